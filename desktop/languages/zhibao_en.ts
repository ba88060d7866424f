<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
 <context>
  <name>zhibao</name>
  <message>
   <source>历史</source>
   <translation>History</translation>
  </message>
  <message>
   <source>更早的记录…</source>
   <translation>Earlier entries…</translation>
  </message>
  <message>
   <source>没有修改记录</source>
   <translation>No changes recorded</translation>
  </message>
  <message>
   <source>整行</source>
   <translation>whole row</translation>
  </message>
  <message>
   <source>空白</source>
   <translation>empty</translation>
  </message>
  <message>
   <source>录入</source>
   <translation>Typing</translation>
  </message>
  <message>
   <source>粘贴</source>
   <translation>Paste</translation>
  </message>
  <message>
   <source>导入</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>新建</source>
   <translation>New</translation>
  </message>
  <message>
   <source>撤销</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>重做</source>
   <translation>Redo</translation>
  </message>
  <message>
   <source>新增 %1 行</source>
   <translation>rows added: %1</translation>
  </message>
  <message>
   <source>%1 格未能识别，已按原文保留并标记</source>
   <translation>not understood, kept as typed and marked: %1</translation>
  </message>
  <message>
   <source>%1 格不能修改，未写入</source>
   <translation>locked and left as they are: %1</translation>
  </message>
  <message>
   <source>剪切</source>
   <translation>Cut</translation>
  </message>
  <message>
   <source>清除</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>粘贴 %1×%2</source>
   <translation>Paste %1×%2</translation>
  </message>
  <message>
   <source>向下填充</source>
   <translation>Fill down</translation>
  </message>
  <message>
   <source>填充</source>
   <translation>Fill</translation>
  </message>
  <message>
   <source>超出最后一列</source>
   <translation>beyond the last column</translation>
  </message>
  <message>
   <source>一次最多处理 %1 格，请少选一些，或用导入、导出。</source>
   <translation>At most %1 cells at once; please select fewer, or import and export.</translation>
  </message>
  <message>
   <source>“%1”由系统生成，不能填写</source>
   <translation>"%1" is filled by the program and cannot be typed</translation>
  </message>
  <message>
   <source>账套以只读方式打开，不能修改</source>
   <translation>The Book is open read-only and cannot be changed</translation>
  </message>
  <message>
   <source>没有可以重做的操作</source>
   <translation>Nothing to redo</translation>
  </message>
  <message>
   <source>没有可以撤销的操作</source>
   <translation>Nothing to undo</translation>
  </message>
  <message>
   <source>已重做：%1</source>
   <translation>Redone: %1</translation>
  </message>
  <message>
   <source>已撤销：%1</source>
   <translation>Undone: %1</translation>
  </message>
  <message>
   <source> 等 %1 步</source>
   <translation> and more, %1 steps</translation>
  </message>
  <message>
   <source>重试</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>只读打开</source>
   <translation>Open read-only</translation>
  </message>
  <message>
   <source>复制到本机并打开</source>
   <translation>Copy to this PC and open</translation>
  </message>
  <message>
   <source>打开所在文件夹</source>
   <translation>Open its folder</translation>
  </message>
  <message>
   <source>转到那个窗口</source>
   <translation>Go to that window</translation>
  </message>
  <message>
   <source>用这个备份恢复</source>
   <translation>Restore this backup</translation>
  </message>
  <message>
   <source>只读打开，看能读出多少</source>
   <translation>Open read-only and see what can be read</translation>
  </message>
  <message>
   <source>打开备份文件夹</source>
   <translation>Open backup folder</translation>
  </message>
  <message>
   <source>没有找到完好的备份。请不要再往这个文件里填写，先把它和“备份”文件夹复制保存好。</source>
   <translation>No sound backup was found. Do not enter more into this file; first make a copy of it and of the backup folder.</translation>
  </message>
  <message>
   <source>最近的好备份是 %1 的（%2）。恢复后，坏的文件改名留在原处，不会删除；备份以后的修改需要补上。</source>
   <translation>The newest sound backup is of %1 (%2). The damaged file is renamed and stays; changes made since the backup have to be entered again.</translation>
  </message>
  <message>
   <source>外包直报</source>
   <translation>Zhibao 外包直报</translation>
  </message>
  <message>
   <source>说明</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>关闭</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>没有找到那个窗口：可能是命令行、另一位用户或另一台电脑正在使用，请稍后重试。</source>
   <translation>That window was not found: a command line, another user or another PC may be using the Book. Please try again later.</translation>
  </message>
  <message>
   <source>已从备份恢复；坏的文件留作“%1”。</source>
   <translation>Restored from the backup; the damaged file is kept as "%1".</translation>
  </message>
  <message>
   <source>添加一家企业</source>
   <translation>Add a firm</translation>
  </message>
  <message>
   <source>建立账套</source>
   <translation>Create Book</translation>
  </message>
  <message>
   <source>不填则从当年1月起，如 2026-03</source>
   <translation>empty: from January this year, e.g. 2026-03</translation>
  </message>
  <message>
   <source>统一社会信用代码</source>
   <translation>Unified social credit code</translation>
  </message>
  <message>
   <source>企业名称</source>
   <translation>Firm name</translation>
  </message>
  <message>
   <source>属地</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>起报月份</source>
   <translation>First month</translation>
  </message>
  <message>
   <source>%1，必填</source>
   <translation>%1, required</translation>
  </message>
  <message>
   <source>账套建在 %1</source>
   <translation>The Book is made in %1</translation>
  </message>
  <message>
   <source>取消</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>✓ 校验位正确</source>
   <translation>✓ Check digit correct</translation>
  </message>
  <message>
   <source>这家企业刚刚打开或关闭，请稍后再做。</source>
   <translation>This firm was just opened or closed; please try again in a moment.</translation>
  </message>
  <message>
   <source>，</source>
   <translation>, </translation>
  </message>
  <message>
   <source>全部</source>
   <translation>All</translation>
  </message>
  <message>
   <source>未报</source>
   <translation>Not filed</translation>
  </message>
  <message>
   <source>退回</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>逾期</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>打不开</source>
   <translation>Unreadable</translation>
  </message>
  <message>
   <source>截止 %1</source>
   <translation>due %1</translation>
  </message>
  <message>
   <source>已逾期</source>
   <translation>overdue</translation>
  </message>
  <message>
   <source>已报后有改动</source>
   <translation>changed since filed</translation>
  </message>
  <message>
   <source>只能查看（新版账套）</source>
   <translation>read-only (newer Book)</translation>
  </message>
  <message>
   <source>报告期</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>显示的列</source>
   <translation>Columns shown</translation>
  </message>
  <message>
   <source>审核</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>报送</source>
   <translation>File</translation>
  </message>
  <message>
   <source>获取反馈</source>
   <translation>Get responses</translation>
  </message>
  <message>
   <source>添加</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>更多</source>
   <translation>More</translation>
  </message>
  <message>
   <source>全部企业</source>
   <translation>All firms</translation>
  </message>
  <message>
   <source>名称、信用代码、拼音首字母</source>
   <translation>Name, credit code, pinyin initials</translation>
  </message>
  <message>
   <source>查找企业</source>
   <translation>Find a firm</translation>
  </message>
  <message>
   <source>本期各张报表</source>
   <translation>By report</translation>
  </message>
  <message>
   <source>全年：%1</source>
   <translation>Whole year: %1</translation>
  </message>
  <message>
   <source>本期已报 %1 / %2 家</source>
   <translation>Filed this period: %1 of %2</translation>
  </message>
  <message>
   <source>审核 %1 家</source>
   <translation>Check %1</translation>
  </message>
  <message>
   <source>报送 %1 家</source>
   <translation>File %1</translation>
  </message>
  <message>
   <source>审核全部</source>
   <translation>Check all</translation>
  </message>
  <message>
   <source>报送全部</source>
   <translation>File all</translation>
  </message>
  <message>
   <source>添加一家企业…</source>
   <translation>Add a firm…</translation>
  </message>
  <message>
   <source>从 Excel 批量添加…</source>
   <translation>Add many from Excel…</translation>
  </message>
  <message>
   <source>下载企业名单模板…</source>
   <translation>Download the firm list template…</translation>
  </message>
  <message>
   <source>移入：另一台电脑带来的账套…</source>
   <translation>Move in: a Book from another PC…</translation>
  </message>
  <message>
   <source>移出：把选中的一家搬到另一台电脑…</source>
   <translation>Move out: the selected firm to another PC…</translation>
  </message>
  <message>
   <source>导出当前列表到 Excel…</source>
   <translation>Export this list to Excel…</translation>
  </message>
  <message>
   <source>换账套文件夹…</source>
   <translation>Another folder of Books…</translation>
  </message>
  <message>
   <source>重新读取</source>
   <translation>Read again</translation>
  </message>
  <message>
   <source>选择放账套的文件夹</source>
   <translation>Choose the folder of the Books</translation>
  </message>
  <message>
   <source>请先选中要移出的一家企业（点那一行），再选“移出”。</source>
   <translation>First select the firm to move out (click its row), then choose "Move out".</translation>
  </message>
  <message>
   <source>企业</source>
   <translation>Firm</translation>
  </message>
  <message>
   <source>其他各期</source>
   <translation>Others</translation>
  </message>
  <message>
   <source>全选或全不选</source>
   <translation>Select all or none</translation>
  </message>
  <message>
   <source>%1（演示）</source>
   <translation>%1 (demo)</translation>
  </message>
  <message>
   <source>正在读取…</source>
   <translation>Reading…</translation>
  </message>
  <message>
   <source>选中%1</source>
   <translation>Select %1</translation>
  </message>
  <message>
   <source>正在另一个窗口中使用，只能查看状态</source>
   <translation>In use by another window; only its standing can be seen</translation>
  </message>
  <message>
   <source>双击看有什么办法。</source>
   <translation>Double-click to see what can be done.</translation>
  </message>
  <message>
   <source>换文件夹</source>
   <translation>Other folder</translation>
  </message>
  <message>
   <source>从 Excel 批量添加</source>
   <translation>Add many from Excel</translation>
  </message>
  <message>
   <source>选择账套文件夹</source>
   <translation>Choose the folder of Books</translation>
  </message>
  <message>
   <source>，正在读取…</source>
   <translation>, reading…</translation>
  </message>
  <message>
   <source>%1　共 %2 家，列出 %3 家</source>
   <translation>%1   firms: %2, listed: %3</translation>
  </message>
  <message>
   <source>没有符合“%1”的企业。换一个筛选或搜索词，就能看到其余企业。</source>
   <translation>No firm matches "%1". Another filter or search shows the others.</translation>
  </message>
  <message>
   <source>这个文件夹里还没有账套：%1</source>
   <translation>No Books in this folder yet: %1</translation>
  </message>
  <message>
   <source>有错误</source>
   <translation>Has errors</translation>
  </message>
  <message>
   <source>逾期未报</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>把问题标回我的 Excel…</source>
   <translation>Mark the problems in my Excel file…</translation>
  </message>
  <message>
   <source>另存一份：问题标在各自的单元格上并写明改法，第一张表列出全部问题；原文件不动。</source>
   <translation>Saves a copy: every problem is marked at its own cell with what to do, and the first sheet lists them all; the original stays as it is.</translation>
  </message>
  <message>
   <source>打开标注的文件</source>
   <translation>Open the marked file</translation>
  </message>
  <message>
   <source>另存标注了问题的工作簿</source>
   <translation>Save a workbook with the problems marked</translation>
  </message>
  <message>
   <source>正在标注 %1 …</source>
   <translation>Marking %1 …</translation>
  </message>
  <message>
   <source>正在标注：%1 / %2 行</source>
   <translation>Marking: %1 of %2 rows</translation>
  </message>
  <message>
   <source>已另存为 %2：%1 个问题标在各自的单元格上，原文件没有改动。</source>
   <translation>Saved as %2: %1 problem(s) marked at their own cells; the original is unchanged.</translation>
  </message>
  <message>
   <source>取消发送%1？</source>
   <translation>Cancel sending %1?</translation>
  </message>
  <message>
   <source>它还没有发出，平台不知道有这一份。取消后数据都在，可以接着改，改好重新报送。</source>
   <translation>It has not been sent and the platform does not know of it. All data stay; change what you like and file again.</translation>
  </message>
  <message>
   <source>取消发送</source>
   <translation>Cancel sending</translation>
  </message>
  <message>
   <source>撤回%1？</source>
   <translation>Withdraw %1?</translation>
  </message>
  <message>
   <source>平台已收到，还没有审核。撤回后平台把这一份作废并留下撤回记录，本期须在截止前重新报送。</source>
   <translation>The platform has received but not reviewed it. Once withdrawn it is void there, with a record; this period must be filed again before it is due.</translation>
  </message>
  <message>
   <source>它所更正的上一版重新有效。</source>
   <translation>The revision it had corrected is valid again.</translation>
  </message>
  <message>
   <source>本机的数据和回执都保留。</source>
   <translation>Data and receipts on this PC are kept.</translation>
  </message>
  <message>
   <source>撤回</source>
   <translation>Withdraw</translation>
  </message>
  <message>
   <source>不撤回</source>
   <translation>Do not withdraw</translation>
  </message>
  <message>
   <source>更正申报</source>
   <translation>File a correction</translation>
  </message>
  <message>
   <source>更正会打开这一期供修改，改好后作为下一版报送；
平台受理新版以前，已受理的这一版仍然有效。

更正原因（随更正申报上报）：</source>
   <translation>A correction opens this period for changes, to be filed as the next revision;
until the platform accepts it, the accepted one stays valid.

Reason for the correction (sent with it):</translation>
  </message>
  <message>
   <source>开始更正</source>
   <translation>Start correction</translation>
  </message>
  <message>
   <source>立即备份</source>
   <translation>Back up now</translation>
  </message>
  <message>
   <source>恢复演练</source>
   <translation>Rehearse restore</translation>
  </message>
  <message>
   <source>备份时间</source>
   <translation>Backed up at</translation>
  </message>
  <message>
   <source>大小</source>
   <translation>Size</translation>
  </message>
  <message>
   <source>校验</source>
   <translation>Verified</translation>
  </message>
  <message>
   <source>文件</source>
   <translation>File name</translation>
  </message>
  <message>
   <source>备份</source>
   <translation>Backups</translation>
  </message>
  <message>
   <source>恢复成新账套</source>
   <translation>Restore as a new Book</translation>
  </message>
  <message>
   <source>重新核对</source>
   <translation>Verify again</translation>
  </message>
  <message>
   <source>备份与恢复</source>
   <translation>Backup and restore</translation>
  </message>
  <message>
   <source>打开文件夹</source>
   <translation>Open folder</translation>
  </message>
  <message>
   <source>程序退出前自动备份有改动的账套；保留最近10份和每月一份，每份写完都逐页校验。</source>
   <translation>A changed Book is backed up when the program ends; the last 10 backups and one a month are kept, each verified page by page.</translation>
  </message>
  <message>
   <source>换一台电脑</source>
   <translation>Change to another PC</translation>
  </message>
  <message>
   <source>1. 在这台电脑点“导出账套”，选 U 盘或文件夹：写出一份校验过的账套，数据、回执、历史都在里面。</source>
   <translation>1. On this PC, "Export Book" to a USB stick or folder: a verified copy with all data, receipts and history.</translation>
  </message>
  <message>
   <source>2. 在那台电脑点“从文件移入”，选这份账套，即可接着填报。</source>
   <translation>2. On the other PC, "Move in from file" with that Book, and go on.</translation>
  </message>
  <message>
   <source>3. 设备密钥留在这台电脑，不随账套走：到那边首次报送时，向主管部门要一个新的报送码重新开通。</source>
   <translation>3. The device key stays on this PC: before the first filing there, ask the platform for a new filing code.</translation>
  </message>
  <message>
   <source>移走以后只在一台电脑上填报，以免两边各改各的。</source>
   <translation>After moving, fill on one PC only, so that the two do not drift apart.</translation>
  </message>
  <message>
   <source>导出账套…</source>
   <translation>Export Book…</translation>
  </message>
  <message>
   <source>从文件移入…</source>
   <translation>Move in from file…</translation>
  </message>
  <message>
   <source>写后已校验</source>
   <translation>verified when written</translation>
  </message>
  <message>
   <source>未核对</source>
   <translation>not verified</translation>
  </message>
  <message>
   <source>备份文件夹：%1（可在“设置”里更改）</source>
   <translation>Backup folder: %1 (can be changed in "Settings")</translation>
  </message>
  <message>
   <source>还没有做过恢复演练。演练把最近的备份恢复到临时位置并与账套比对，不动现有数据。</source>
   <translation>No restore has been rehearsed yet. A rehearsal restores the newest backup to a temporary place and compares it; nothing is changed.</translation>
  </message>
  <message>
   <source>上次演练没有成功 %1：%2</source>
   <translation>The last rehearsal failed %1: %2</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与账套逐行一致。</source>
   <translation>Last rehearsal succeeded %1: %2, equal to the Book row by row.</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与备份时一致；备份以后账套又有改动。</source>
   <translation>Last rehearsal succeeded %1: %2, as when backed up; the Book has changed since.</translation>
  </message>
  <message>
   <source>%1%2行</source>
   <translation>%1: %2 rows</translation>
  </message>
  <message>
   <source>空账套</source>
   <translation>empty Book</translation>
  </message>
  <message>
   <source>正在备份并校验…</source>
   <translation>Backing up and verifying…</translation>
  </message>
  <message>
   <source>已备份并校验：%1</source>
   <translation>Backed up and verified: %1</translation>
  </message>
  <message>
   <source>正在把最近的备份恢复到临时位置并比对…</source>
   <translation>Restoring the newest backup to a temporary place and comparing…</translation>
  </message>
  <message>
   <source>演练没有成功，请看下面的原因。</source>
   <translation>The rehearsal failed; the reason is below.</translation>
  </message>
  <message>
   <source>演练完成，备份可用。</source>
   <translation>Rehearsal done: the backup is good.</translation>
  </message>
  <message>
   <source>正在逐页核对…</source>
   <translation>Verifying page by page…</translation>
  </message>
  <message>
   <source>核对完好：%1</source>
   <translation>Sound: %1</translation>
  </message>
  <message>
   <source>已恢复成新账套：%1。原来的账套没有变化。</source>
   <translation>Restored as a new Book: %1. The Book before is unchanged.</translation>
  </message>
  <message>
   <source>正在写出并校验…</source>
   <translation>Writing and verifying…</translation>
  </message>
  <message>
   <source>已写出并校验：%1</source>
   <translation>Written and verified: %1</translation>
  </message>
  <message>
   <source>已移入：%1。首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>Moved in: %1. Before the first filing on this PC, enter a new filing code from the platform.</translation>
  </message>
  <message>
   <source>正在恢复并校验…</source>
   <translation>Restoring and verifying…</translation>
  </message>
  <message>
   <source>现在打开</source>
   <translation>Open now</translation>
  </message>
  <message>
   <source>以后再说</source>
   <translation>Later</translation>
  </message>
  <message>
   <source>导出到哪个文件夹</source>
   <translation>Export to which folder</translation>
  </message>
  <message>
   <source>选择移入的账套</source>
   <translation>Choose the Book to move in</translation>
  </message>
  <message>
   <source>账套 (*.zhibao)</source>
   <translation>Book (*.zhibao)</translation>
  </message>
  <message>
   <source>已取消，没有动这家企业的账套。</source>
   <translation>Cancelled; this firm's Book was not touched.</translation>
  </message>
  <message>
   <source>%1 张审核通过：%2</source>
   <translation>%1 checked: %2</translation>
  </message>
  <message>
   <source>%1 张已报送，回执已验证：%2</source>
   <translation>%1 filed, receipts verified: %2</translation>
  </message>
  <message>
   <source>已取消发送。</source>
   <translation>Sending was cancelled.</translation>
  </message>
  <message>
   <source>已签名，%1 张待发送，联网后再点“报送”即补发：%2</source>
   <translation>Signed, %1 to be sent; "File" again when there is a network: %2</translation>
  </message>
  <message>
   <source>发出 %1 张</source>
   <translation>sent: %1</translation>
  </message>
  <message>
   <source>收到回执 %1 张</source>
   <translation>receipts: %1</translation>
  </message>
  <message>
   <source>退回 %1 张</source>
   <translation>returned: %1</translation>
  </message>
  <message>
   <source>没有新消息</source>
   <translation>No new messages</translation>
  </message>
  <message>
   <source>退回的 %1 张还没有修改</source>
   <translation>returned and not corrected yet: %1</translation>
  </message>
  <message>
   <source>；以前各期还有 %1 张未报</source>
   <translation>; earlier periods not filed: %1</translation>
  </message>
  <message>
   <source>；另有退回未改 %1 张，不在内</source>
   <translation>; not included: %1 returned and not corrected</translation>
  </message>
  <message>
   <source>这个账套由更新版本的程序建立，本程序只能查看、导出和打印；更新程序后再修改。</source>
   <translation>This Book was made by a newer version: here it can only be read, exported and printed. Update the program to change it.</translation>
  </message>
  <message>
   <source>账套以只读方式打开，可以查看、导出和打印，不能修改。</source>
   <translation>The Book is open read-only: it can be read, exported and printed, not changed.</translation>
  </message>
  <message>
   <source>重新打开以便修改</source>
   <translation>Open again to change it</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，再填可能存不下。请先清理磁盘；已填的都已保存。</source>
   <translation>Only %1 MB left on the disk: more entries may not fit. Please clear some space; all you entered is saved.</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，请尽快清理，以免填报和备份存不下。</source>
   <translation>Only %1 MB left on the disk; please clear some space soon, for entries and backups.</translation>
  </message>
  <message>
   <source>上次没有正常退出。账套已核对完好，那次打开以后没有新的录入。</source>
   <translation>The program was not closed properly last time. The Book was verified and is sound; nothing had been entered since it was opened.</translation>
  </message>
  <message>
   <source>上次异常退出，已恢复到 %1 的最后一次录入：%2。账套已核对完好，可以接着填。</source>
   <translation>The program broke off last time; everything up to the last entry at %1 is there: %2. The Book was verified; you can go on.</translation>
  </message>
  <message>
   <source>这一步没有做成，程序遇到了一个错误。</source>
   <translation>This step did not succeed: the program met an error.</translation>
  </message>
  <message>
   <source>已填的数据都已保存，可以继续使用。如果再次出现，请把下面的详细信息发给技术支持。</source>
   <translation>Everything you entered is saved; you can go on working. If it happens again, please send the details below to support.</translation>
  </message>
  <message>
   <source>进度</source>
   <translation>Progress</translation>
  </message>
  <message>
   <source>其他国家（地区）</source>
   <translation>Other countries</translation>
  </message>
  <message>
   <source>%1按发包方国别（地区）</source>
   <translation>%1 by client's country</translation>
  </message>
  <message>
   <source>国别（地区）</source>
   <translation>Country</translation>
  </message>
  <message>
   <source>其他</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>%1按发包方（前十家）</source>
   <translation>%1 by client (top ten)</translation>
  </message>
  <message>
   <source>发包方</source>
   <translation>Client</translation>
  </message>
  <message>
   <source>没有登记类别</source>
   <translation>No class recorded</translation>
  </message>
  <message>
   <source>未填小类</source>
   <translation>No subclass</translation>
  </message>
  <message>
   <source>%1按业务类别</source>
   <translation>%1 by business class</translation>
  </message>
  <message>
   <source>业务类别</source>
   <translation>Business class</translation>
  </message>
  <message>
   <source>合计</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>按%1</source>
   <translation>By %1</translation>
  </message>
  <message>
   <source>占比</source>
   <translation>Share</translation>
  </message>
  <message>
   <source>笔数</source>
   <translation>Count</translation>
  </message>
  <message>
   <source>，占 %1</source>
   <translation>, %1</translation>
  </message>
  <message>
   <source>，%1 笔</source>
   <translation>, items: %1</translation>
  </message>
  <message>
   <source>已过期</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>%1天内到期</source>
   <translation>Expiring within %1 days</translation>
  </message>
  <message>
   <source>以后到期</source>
   <translation>Expiring later</translation>
  </message>
  <message>
   <source>未填有效期</source>
   <translation>No expiry date</translation>
  </message>
  <message>
   <source>已换新证</source>
   <translation>Replaced</translation>
  </message>
  <message>
   <source>已失效</source>
   <translation>Lapsed</translation>
  </message>
  <message>
   <source>资质认证</source>
   <translation>Certifications</translation>
  </message>
  <message>
   <source>资质认证有效期</source>
   <translation>Validity of certifications</translation>
  </message>
  <message>
   <source>项</source>
   <translation>items</translation>
  </message>
  <message>
   <source>认证名称</source>
   <translation>Certification</translation>
  </message>
  <message>
   <source>有效期至</source>
   <translation>Valid until</translation>
  </message>
  <message>
   <source>还有天数</source>
   <translation>Days left</translation>
  </message>
  <message>
   <source>情况</source>
   <translation>Situation</translation>
  </message>
  <message>
   <source>证书编号</source>
   <translation>Certificate no.</translation>
  </message>
  <message>
   <source>还没有登记资质认证。到“资质认证”登记后，这里按有效期提醒。</source>
   <translation>No certifications recorded yet. Record them under "Certifications" and this page reminds you of their expiry.</translation>
  </message>
  <message>
   <source>%1 项</source>
   <translation>%1</translation>
  </message>
  <message>
   <source>%1：%2 项</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>本年</source>
   <translation>This year</translation>
  </message>
  <message>
   <source>未报送或有改动</source>
   <translation>not filed or changed</translation>
  </message>
  <message>
   <source>上年同期</source>
   <translation>Last year</translation>
  </message>
  <message>
   <source>%1按月</source>
   <translation>%1 by month</translation>
  </message>
  <message>
   <source>月份</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>同比</source>
   <translation>Year on year</translation>
  </message>
  <message>
   <source>状态</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>，上年同期 %1</source>
   <translation>, last year %1</translation>
  </message>
  <message>
   <source>，同比 %1</source>
   <translation>, year on year %1</translation>
  </message>
  <message>
   <source>离岸</source>
   <translation>Offshore</translation>
  </message>
  <message>
   <source>在岸</source>
   <translation>Onshore</translation>
  </message>
  <message>
   <source>未注明</source>
   <translation>Not stated</translation>
  </message>
  <message>
   <source>离岸占比</source>
   <translation>Offshore share</translation>
  </message>
  <message>
   <source>离岸占比（%1）</source>
   <translation>Offshore share (%1)</translation>
  </message>
  <message>
   <source>在岸和未注明</source>
   <translation>Onshore and not stated</translation>
  </message>
  <message>
   <source>不计算</source>
   <translation>not computed</translation>
  </message>
  <message>
   <source>%1：离岸 %2，在岸 %3，离岸占比 %4</source>
   <translation>%1: offshore %2, onshore %3, offshore share %4</translation>
  </message>
  <message>
   <source>%1月</source>
   <translation>%1</translation>
  </message>
  <message>
   <source>计算器</source>
   <translation>Calculator</translation>
  </message>
  <message>
   <source>算式</source>
   <translation>Formula</translation>
  </message>
  <message>
   <source>如 1200*3+56.7 或 12.5万</source>
   <translation>e.g. 1200*3+56.7 or 12.5万</translation>
  </message>
  <message>
   <source>填入  Enter</source>
   <translation>Put in  Enter</translation>
  </message>
  <message>
   <source>填入“%1”</source>
   <translation>Put into "%1"</translation>
  </message>
  <message>
   <source>请输入算式</source>
   <translation>Type a formula</translation>
  </message>
  <message>
   <source>算不出</source>
   <translation>cannot be computed</translation>
  </message>
  <message>
   <source>%1 个月</source>
   <translation>%1 months</translation>
  </message>
  <message>
   <source>本表没有可以写说明的核实项；错误须修改，不能用说明代替</source>
   <translation>No warning to explain in this form; errors must be mended, words do not replace it</translation>
  </message>
  <message>
   <source>本期没有核实项，不用写说明；请按批注修改后再报</source>
   <translation>No warnings in this period, nothing to explain; mend it as the comments say and file again</translation>
  </message>
  <message>
   <source>填报说明已保存，随报表上报；核实项都已说明</source>
   <translation>Explanation kept, it is filed with the report; all warnings are explained</translation>
  </message>
  <message>
   <source>从上期带入</source>
   <translation>Copy from last period</translation>
  </message>
  <message>
   <source>把上期填写的各项带入本期的空白项</source>
   <translation>Copies what was filled in last period into the empty items of this one</translation>
  </message>
  <message>
   <source>零申报</source>
   <translation>Zero report</translation>
  </message>
  <message>
   <source>本期没有新签合同，也没有执行额：选“零申报”并说明原因</source>
   <translation>No new contracts and no execution this period: choose "Zero report" and give the reason</translation>
  </message>
  <message>
   <source>单位：万元</source>
   <translation>Unit: 10,000</translation>
  </message>
  <message>
   <source>单位：元</source>
   <translation>Unit: 1</translation>
  </message>
  <message>
   <source>金额单位</source>
   <translation>Unit of amounts</translation>
  </message>
  <message>
   <source>打印</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF（Ctrl+P）</source>
   <translation>Print preview, save as PDF (Ctrl+P)</translation>
  </message>
  <message>
   <source>审核  F9</source>
   <translation>Check  F9</translation>
  </message>
  <message>
   <source>显示或隐藏指标解释</source>
   <translation>Show or hide “About this field”</translation>
  </message>
  <message>
   <source>定位批注</source>
   <translation>Go to comment</translation>
  </message>
  <message>
   <source>写说明  Shift+F2</source>
   <translation>Explain  Shift+F2</translation>
  </message>
  <message>
   <source>已报送，不能直接改。要改，到“报送记录”办理更正或撤回。</source>
   <translation>Filed: it cannot be changed here. To change it, correct or withdraw it under “Filings”.</translation>
  </message>
  <message>
   <source>去报送记录</source>
   <translation>To the filings</translation>
  </message>
  <message>
   <source>未开始</source>
   <translation>Not begun</translation>
  </message>
  <message>
   <source>报告期 %1 · 表号 %2 · 截止 %3</source>
   <translation>Period %1 · Form %2 · Due %3</translation>
  </message>
  <message>
   <source>主管部门退回（%1 %2）：%3 共 %4 处批注。</source>
   <translation>Returned by the authority (%1 %2): %3 Comments: %4.</translation>
  </message>
  <message>
   <source>指标解释</source>
   <translation>About this field</translation>
  </message>
  <message>
   <source>把光标放到某一项，这里说明它的含义、口径和取数来源。</source>
   <translation>Put the cursor on an item: its meaning, scope and source are explained here.</translation>
  </message>
  <message>
   <source>口径</source>
   <translation>Scope</translation>
  </message>
  <message>
   <source>取数</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>示例</source>
   <translation>Example</translation>
  </message>
  <message>
   <source>常见错误</source>
   <translation>Common error</translation>
  </message>
  <message>
   <source>明细</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>本年累计只含已报送的月份：缺%1。补报以后自动算全。</source>
   <translation>The year so far holds filed months only; lacking: %1. Once they are filed it is complete.</translation>
  </message>
  <message>
   <source>去补报以前的月份</source>
   <translation>File the earlier months</translation>
  </message>
  <message>
   <source>查看%1明细</source>
   <translation>See details in %1</translation>
  </message>
  <message>
   <source>本表全部指标</source>
   <translation>All fields of this form</translation>
  </message>
  <message>
   <source>填报说明</source>
   <translation>Explanation</translation>
  </message>
  <message>
   <source>改说明  Shift+F2</source>
   <translation>Change the explanation  Shift+F2</translation>
  </message>
  <message>
   <source>批注</source>
   <translation>Comment</translation>
  </message>
  <message>
   <source>“%1”由您填写%2；合同额、执行额等由台账自动合计，不用取数。</source>
   <translation>You fill in "%1"%2; contract and executed values are summed from the ledgers by themselves.</translation>
  </message>
  <message>
   <source>，取自%1</source>
   <translation>, taken from %1</translation>
  </message>
  <message>
   <source>缺%1，去补报</source>
   <translation>lacks %1: file them</translation>
  </message>
  <message>
   <source>本年累计只含已报送的月份：缺%1</source>
   <translation>The year so far holds filed months only; lacking: %1</translation>
  </message>
  <message>
   <source>由台账自动汇总，双击查看明细</source>
   <translation>Summed from the ledgers; double-click for details</translation>
  </message>
  <message>
   <source>有错误：%1</source>
   <translation>error: %1</translation>
  </message>
  <message>
   <source>请核实：%1</source>
   <translation>warning: %1</translation>
  </message>
  <message>
   <source>%1。去改</source>
   <translation>%1. Click here to correct</translation>
  </message>
  <message>
   <source>已从上期带入 %1 项，请逐项核对。按 Ctrl+Z 撤销</source>
   <translation>Copied from last period: %1 items. Please check each. Ctrl+Z undoes it</translation>
  </message>
  <message>
   <source>上期没有可以带入的内容</source>
   <translation>Nothing to copy from last period</translation>
  </message>
  <message>
   <source>取消零申报</source>
   <translation>Cancel zero report</translation>
  </message>
  <message>
   <source>填写“%1”</source>
   <translation>Fill in "%1"</translation>
  </message>
  <message>
   <source>（空白）</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>（未识别）</source>
   <translation>(not understood)</translation>
  </message>
  <message>
   <source>把 Excel 文件拖到这里，或者</source>
   <translation>Drop an Excel file here, or</translation>
  </message>
  <message>
   <source>选择文件…</source>
   <translation>Choose file…</translation>
  </message>
  <message>
   <source>列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。</source>
   <translation>Order and names of the columns need not match the template; you see a preview before the Book is written, and can undo.</translation>
  </message>
  <message>
   <source>下载模板</source>
   <translation>Download template</translation>
  </message>
  <message>
   <source>从哪个月起在本系统报送</source>
   <translation>Reports here from</translation>
  </message>
  <message>
   <source>年中开始使用的企业，把起报以前已由原系统受理的合同、每份合同至今的累计执行、当年各月已报的数，从一个 Excel 文件一次带入。带入的行不用再报，以后的变更、执行接着登记。</source>
   <translation>A firm that starts in mid-year brings in once, from one Excel file, the contracts approved elsewhere, what was executed of each so far, and the months of the year as they were reported. These rows are not reported again; later changes and executions are registered as usual.</translation>
  </message>
  <message>
   <source>也可以把文件拖到这里。先预览份数、合计和问题，确认后才写入账套；报送以前可以撤销。</source>
   <translation>Or drop the file here. Counts, totals and problems are shown first; nothing is written before you confirm, and it can be undone until it is filed.</translation>
  </message>
  <message>
   <source>先签名排队，以后开通</source>
   <translation>Sign and queue, activate later</translation>
  </message>
  <message>
   <source>报送码由主管部门发放，以 ZB1. 开头，只能使用一次；用它为这台电脑开通报送，以后不再需要。</source>
   <translation>The authority issues the filing code; it begins with ZB1. and works once. It activates filing from this PC and is not needed again.</translation>
  </message>
  <message>
   <source>报送码，必填</source>
   <translation>Filing code, required</translation>
  </message>
  <message>
   <source>没有网络，或还没有报送码？可以先签名排队：内容就此定稿，开通以后自动发送。</source>
   <translation>No network, or no filing code yet? Sign and queue now: the content is final, and it is sent by itself once filing is activated.</translation>
  </message>
  <message>
   <source>正在与省级平台建立联系…</source>
   <translation>Connecting to the provincial platform…</translation>
  </message>
  <message>
   <source>红 * 必填</source>
   <translation>Red * required</translation>
  </message>
  <message>
   <source>灰 * 视情况必填：该填而没填时，审核会指出来</source>
   <translation>Grey * required in some cases: the check tells where it lacks</translation>
  </message>
  <message>
   <source>列</source>
   <translation>Col.</translation>
  </message>
  <message>
   <source>列名</source>
   <translation>Column name</translation>
  </message>
  <message>
   <source>样例</source>
   <translation>Samples</translation>
  </message>
  <message>
   <source>对应的指标</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>单位</source>
   <translation>Unit</translation>
  </message>
  <message>
   <source>列对应</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>读入对应关系…</source>
   <translation>Load mapping…</translation>
  </message>
  <message>
   <source>存为文件…</source>
   <translation>Save to file…</translation>
  </message>
  <message>
   <source>不用记住的对应</source>
   <translation>Forget the saved mapping</translation>
  </message>
  <message>
   <source>%1 列对应的指标</source>
   <translation>Field of column %1</translation>
  </message>
  <message>
   <source>— 不导入 —</source>
   <translation>— not imported —</translation>
  </message>
  <message>
   <source>%1（按内容看可能是）</source>
   <translation>%1 (likely, by content)</translation>
  </message>
  <message>
   <source>%1（按内容认出）</source>
   <translation>%1 (known by content)</translation>
  </message>
  <message>
   <source>%1 列的单位</source>
   <translation>Unit of column %1</translation>
  </message>
  <message>
   <source>没写，按%1</source>
   <translation>not said, as %1</translation>
  </message>
  <message>
   <source>%1（像是）</source>
   <translation>%1 (likely)</translation>
  </message>
  <message>
   <source>每一列导入成哪个指标，可以改；改过的按这种表头记住，下次不用再选。</source>
   <translation>Which field each column becomes; what you change is remembered for files with this header.</translation>
  </message>
  <message>
   <source>“%1”的列名认不出来，是按内容认出的；请核对，对的就按下一步，不对的请改。</source>
   <translation>The names of the columns for “%1” are unknown; they were known by what stands in them. Please check: go on if they are right, change them if not.</translation>
  </message>
  <message>
   <source>请看“%1”的单位：列头没有写，按以前的金额看像是以万为单位；不改就照数读入，不换算。</source>
   <translation>Please check the unit of “%1”: the header does not say it, and judging by earlier amounts it looks like ten thousands; unchanged, numbers are read as they are.</translation>
  </message>
  <message>
   <source>%1列对应.json</source>
   <translation>%1 columns.json</translation>
  </message>
  <message>
   <source>保存列对应关系</source>
   <translation>Save the column mapping</translation>
  </message>
  <message>
   <source>列对应关系已保存：%1</source>
   <translation>Column mapping saved: %1</translation>
  </message>
  <message>
   <source>读入列对应关系</source>
   <translation>Load a column mapping</translation>
  </message>
  <message>
   <source>这份对应关系里的列名，文件里一个也没有。</source>
   <translation>The file has none of the columns of this mapping.</translation>
  </message>
  <message>
   <source>已按 %1 对应 %2 列。</source>
   <translation>%2 columns mapped as in %1.</translation>
  </message>
  <message>
   <source>本期 %1 处，其他月份 %2 处</source>
   <translation>%1 in this period, %2 in other months</translation>
  </message>
  <message>
   <source>其他月份 %1 处</source>
   <translation>%1 in other months</translation>
  </message>
  <message>
   <source>本期 %1 处</source>
   <translation>%1 in this period</translation>
  </message>
  <message>
   <source>错误须修改：%1</source>
   <translation>errors to mend: %1</translation>
  </message>
  <message>
   <source>核实项待说明：%1</source>
   <translation>warnings to explain: %1</translation>
  </message>
  <message>
   <source>已输入 %1 位，共 18 位</source>
   <translation>%1 of 18 characters</translation>
  </message>
  <message>
   <source>校验通过</source>
   <translation>Check digit correct</translation>
  </message>
  <message>
   <source>如 2026-09-30、9-30、0930</source>
   <translation>e.g. 2026-09-30, 9-30, 0930</translation>
  </message>
  <message>
   <source>演示日期 %1</source>
   <translation>Demo date %1</translation>
  </message>
  <message>
   <source>演示企业的“今天”固定在 %1：本期已经过完、还没到截止日，正好练习一遍。截止天数、报送时间都按这一天算；真实企业按电脑的日期。</source>
   <translation>The demo company's “today” is fixed at %1: the period is over and its deadline not yet reached, so the whole filing can be practised. Days left and filing times count from this day; real companies use this PC's date.</translation>
  </message>
  <message>
   <source>位置</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>指标</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>报送时</source>
   <translation>When filed</translation>
  </message>
  <message>
   <source>现在</source>
   <translation>Now</translation>
  </message>
  <message>
   <source>与现在的差异</source>
   <translation>Differences</translation>
  </message>
  <message>
   <source>正在比对…</source>
   <translation>Comparing…</translation>
  </message>
  <message>
   <source>✓ 现在的数据与报送时完全一致。</source>
   <translation>✓ The data now are exactly as filed.</translation>
  </message>
  <message>
   <source>已开始更正，改了 %1 处，平台上仍是报送时的数，重新报送后才改。双击一行到那一格。</source>
   <translation>Correction begun, changed: %1. The platform still has what was filed until you file again. Double-click a row to go to its cell.</translation>
  </message>
  <message>
   <source>报送以后改了 %1 处，平台上仍是报送时的数；要让平台也改，请点“更正”。双击一行到那一格。</source>
   <translation>Changed since filing: %1. The platform still has what was filed; "Correction" changes it there, too. Double-click a row to go to its cell.</translation>
  </message>
  <message>
   <source>与报送时不同的有 %1 处，重新报送后生效。双击一行到那一格。</source>
   <translation>Differences: %1; they take effect when filed again. Double-click a row to go to its cell.</translation>
  </message>
  <message>
   <source>草稿转到新版</source>
   <translation>Move the draft to the new edition</translation>
  </message>
  <message>
   <source>%1 %2 的草稿按 %3 版填写，新版自 %4 起。转换后 %5 个单元格换位置，%6 个会丢；可以撤销。</source>
   <translation>The draft of %1 for %2 is filled in under the edition of %3; the new one applies from %4. Cells that change their place: %5, lost: %6. It can be undone.</translation>
  </message>
  <message>
   <source>行</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>内容</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>转换后</source>
   <translation>Afterwards</translation>
  </message>
  <message>
   <source>会丢</source>
   <translation>lost</translation>
  </message>
  <message>
   <source>单元格的去处</source>
   <translation>Where the cells go</translation>
  </message>
  <message>
   <source>新增指标：%1</source>
   <translation>New fields: %1</translation>
  </message>
  <message>
   <source>、</source>
   <translation>, </translation>
  </message>
  <message>
   <source>转到新版</source>
   <translation>Move it</translation>
  </message>
  <message>
   <source>仍按旧版填</source>
   <translation>Keep the old edition</translation>
  </message>
  <message>
   <source>开通报送</source>
   <translation>Activate filing</translation>
  </message>
  <message numerus="yes">
   <source>%n 张已签名的报表在等开通报送</source>
   <translation>
    <numerusform>%n signed report waits for filing to be activated</numerusform>
    <numerusform>%n signed reports wait for filing to be activated</numerusform>
   </translation>
  </message>
  <message>
   <source>开通并发送</source>
   <translation>Activate and send</translation>
  </message>
  <message>
   <source>已开通报送，正在发送排队的报表。</source>
   <translation>Filing is activated; sending what was queued.</translation>
  </message>
  <message>
   <source>分隔线</source>
   <translation>Separator</translation>
  </message>
  <message>
   <source>%1 处须处理</source>
   <translation>to deal with: %1</translation>
  </message>
  <message>
   <source>%1 处核实项待说明</source>
   <translation>warnings to explain: %1</translation>
  </message>
  <message>
   <source>修改后才能报送；点位置直达单元格，F8 逐处跳转</source>
   <translation>To be corrected before filing; click a place to go to its cell, F8 goes from one to the next</translation>
  </message>
  <message>
   <source>%1　%2 处</source>
   <translation>%1   %2</translation>
  </message>
  <message>
   <source>%1　台账改好后自动算出</source>
   <translation>%1　worked out once the ledger is mended</translation>
  </message>
  <message>
   <source>还有 %1 处，到%2逐处修改</source>
   <translation>%1 more: correct them one by one in %2</translation>
  </message>
  <message>
   <source>同步中…</source>
   <translation>Exchanging…</translation>
  </message>
  <message>
   <source>正在与省级平台交换</source>
   <translation>Exchanging with the provincial platform</translation>
  </message>
  <message>
   <source>还没有连接省级平台：照常填报和审核，第一次报送时输入主管部门发的报送码就连上</source>
   <translation>Not connected to the provincial platform yet: fill and check as usual; the filing code of the authority connects it at the first filing</translation>
  </message>
  <message>
   <source>未开通报送</source>
   <translation>Filing not activated</translation>
  </message>
  <message>
   <source>上次成功：%1</source>
   <translation>last success: %1</translation>
  </message>
  <message>
   <source>还没有成功过</source>
   <translation>never succeeded yet</translation>
  </message>
  <message>
   <source>同步失败</source>
   <translation>Exchange failed</translation>
  </message>
  <message>
   <source>已同步 %1</source>
   <translation>Exchanged %1</translation>
  </message>
  <message>
   <source>点击立即同步，获取反馈</source>
   <translation>Click to exchange now and get responses</translation>
  </message>
  <message>
   <source>未同步</source>
   <translation>Not exchanged</translation>
  </message>
  <message>
   <source>核实无误的写填报说明（不少于10个字）后可报送；有误的请修改</source>
   <translation>If correct, explain it (at least 10 characters) and file; if wrong, correct it</translation>
  </message>
  <message>
   <source>都已说明</source>
   <translation>All explained</translation>
  </message>
  <message>
   <source>核实项待说明</source>
   <translation>Warnings to explain</translation>
  </message>
  <message>
   <source>核实项已说明</source>
   <translation>Warnings explained</translation>
  </message>
  <message>
   <source>同类还有 %1 处，一条说明适用于全部。</source>
   <translation>%1 more of the same kind; one explanation covers all.</translation>
  </message>
  <message>
   <source>填报说明：写明为什么属实（不少于10个字），随报表上报</source>
   <translation>Explanation: why this is correct (at least 10 characters); it is filed with the report</translation>
  </message>
  <message>
   <source>%1 的填报说明</source>
   <translation>Explanation of %1</translation>
  </message>
  <message>
   <source>沿用上期填报说明  Ctrl+D</source>
   <translation>Use last period's explanation  Ctrl+D</translation>
  </message>
  <message>
   <source>%1 沿用上期说明</source>
   <translation>%1: use last period's explanation</translation>
  </message>
  <message>
   <source>上期说明：%1</source>
   <translation>Last period's explanation: %1</translation>
  </message>
  <message>
   <source>收起</source>
   <translation>Hide</translation>
  </message>
  <message>
   <source>填报说明 %1</source>
   <translation>Explanation %1</translation>
  </message>
  <message>
   <source>写明为什么属实（不少于10个字），随报表上报；有误的请直接修改</source>
   <translation>Why this is correct (at least 10 characters), filed with the report; if wrong, correct it instead</translation>
  </message>
  <message numerus="yes">
   <source>适用于%1本项核实的全部 %n 处；Enter 保存，Esc 收起</source>
   <translation>
    <numerusform>For the %n place of this warning in %1; Enter keeps it, Esc closes</numerusform>
    <numerusform>For all %n places of this warning in %1; Enter keeps it, Esc closes</numerusform>
   </translation>
  </message>
  <message>
   <source>表头所在的行</source>
   <translation>Row of the header</translation>
  </message>
  <message>
   <source>表头在第几行(&amp;R)</source>
   <translation>Header in &amp;row</translation>
  </message>
  <message>
   <source>文件的前几行</source>
   <translation>First rows of the file</translation>
  </message>
  <message>
   <source>点左边的行号也可以选</source>
   <translation>or click a row number at the left</translation>
  </message>
  <message>
   <source>附件</source>
   <translation>Attachments</translation>
  </message>
  <message>
   <source>添加文件…</source>
   <translation>Add files…</translation>
  </message>
  <message>
   <source>打开</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>用系统的阅读器打开一份副本</source>
   <translation>Open a copy in the system's viewer</translation>
  </message>
  <message>
   <source>另存为…</source>
   <translation>Save as…</translation>
  </message>
  <message>
   <source>移除</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>完成</source>
   <translation>Finish</translation>
  </message>
  <message>
   <source>附件 (%1)</source>
   <translation>Attachments (%1)</translation>
  </message>
  <message>
   <source>添加附件</source>
   <translation>Attach files</translation>
  </message>
  <message>
   <source>这台电脑没有能打开“%1”的程序。可点“另存为…”存到别处，再到装有阅读器的电脑上看。</source>
   <translation>This PC has no program that opens “%1”. Choose “Save as…” to keep a copy and look at it on a PC that has one.</translation>
  </message>
  <message>
   <source>另存到</source>
   <translation>Save to</translation>
  </message>
  <message>
   <source>可添加%1，每个不超过%2。</source>
   <translation>%1 may be attached, each at most %2.</translation>
  </message>
  <message>
   <source>按空格或双击添加附件</source>
   <translation>Space or double click to attach files</translation>
  </message>
  <message>
   <source>添加、查看附件（空格）</source>
   <translation>Attach and view files (Space)</translation>
  </message>
  <message>
   <source>去修改</source>
   <translation>Correct it</translation>
  </message>
  <message>
   <source>写说明</source>
   <translation>Explain</translation>
  </message>
  <message>
   <source>数字属实的不用改：在核实项下写明原因，再报送</source>
   <translation>Correct figures stay: say why under the warning, then file again</translation>
  </message>
  <message>
   <source>更正</source>
   <translation>Correction</translation>
  </message>
  <message>
   <source>撤销更正</source>
   <translation>Cancel the correction</translation>
  </message>
  <message>
   <source>报送内容（只读）</source>
   <translation>What was filed (read-only)</translation>
  </message>
  <message>
   <source>回执</source>
   <translation>Receipt</translation>
  </message>
  <message>
   <source>报送内容</source>
   <translation>What was filed</translation>
  </message>
  <message>
   <source>批注 %1</source>
   <translation>Comments %1</translation>
  </message>
  <message>
   <source>还没有主管部门的意见；点“获取反馈”查看进度。</source>
   <translation>No comments from the authority yet; "Get responses" shows the progress.</translation>
  </message>
  <message>
   <source>定位到 %1</source>
   <translation>Go to %1</translation>
  </message>
  <message>
   <source>与现在的差异 %1</source>
   <translation>Differences %1</translation>
  </message>
  <message>
   <source>第%1行</source>
   <translation>row %1</translation>
  </message>
  <message>
   <source>新增的行</source>
   <translation>row added</translation>
  </message>
  <message>
   <source>报送时第%1行</source>
   <translation>row %1 when filed</translation>
  </message>
  <message>
   <source>已移到别的报告期</source>
   <translation>moved to another period</translation>
  </message>
  <message>
   <source>已删除</source>
   <translation>deleted</translation>
  </message>
  <message>
   <source>当时已报</source>
   <translation>was filed</translation>
  </message>
  <message>
   <source>（空）</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>首次报送</source>
   <translation>First filing</translation>
  </message>
  <message>
   <source>退回后重报</source>
   <translation>Filed again after return</translation>
  </message>
  <message>
   <source>第%1版</source>
   <translation>Rev. %1</translation>
  </message>
  <message>
   <source>补报</source>
   <translation>late</translation>
  </message>
  <message>
   <source>申报编号</source>
   <translation>Filing no.</translation>
  </message>
  <message>
   <source>版次</source>
   <translation>Rev.</translation>
  </message>
  <message>
   <source>签名时间</source>
   <translation>Signed at</translation>
  </message>
  <message>
   <source>内容摘要</source>
   <translation>Digest</translation>
  </message>
  <message>
   <source>省级平台还没有发回回执</source>
   <translation>The platform has not sent a receipt yet</translation>
  </message>
  <message>
   <source>平台回执</source>
   <translation>Receipt</translation>
  </message>
  <message>
   <source>✗ 未通过验证，请联系主管部门</source>
   <translation>✗ Not verified; please contact the authority</translation>
  </message>
  <message>
   <source>✓ 已验证：平台签名有效，摘要与所报内容一致</source>
   <translation>✓ Verified: the platform's signature is valid and the digest matches what was filed</translation>
  </message>
  <message>
   <source>平台收到</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>平台签名</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>更正原因</source>
   <translation>Reason for the correction</translation>
  </message>
  <message>
   <source>省级平台</source>
   <translation>Provincial platform</translation>
  </message>
  <message>
   <source>拒收</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>受理</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>（该行已删除）</source>
   <translation>(row deleted)</translation>
  </message>
  <message>
   <source>行次</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>数值</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>筛选：%1</source>
   <translation>Filter: %1</translation>
  </message>
  <message>
   <source>升序</source>
   <translation>Ascending</translation>
  </message>
  <message>
   <source>降序</source>
   <translation>Descending</translation>
  </message>
  <message>
   <source>清除本列</source>
   <translation>Clear column</translation>
  </message>
  <message>
   <source>筛选</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>值太多，只列出最常见的 %1 个</source>
   <translation>Many values: only the %1 most frequent are listed</translation>
  </message>
  <message>
   <source>包含…（可用首字母）</source>
   <translation>contains… (initials)</translation>
  </message>
  <message>
   <source>包含…</source>
   <translation>contains…</translation>
  </message>
  <message>
   <source>等于…</source>
   <translation>equals…</translation>
  </message>
  <message>
   <source>包含的文字</source>
   <translation>Text contained</translation>
  </message>
  <message>
   <source>从</source>
   <translation>from</translation>
  </message>
  <message>
   <source>到</source>
   <translation>to</translation>
  </message>
  <message>
   <source>全选</source>
   <translation>Select all</translation>
  </message>
  <message>
   <source>本列的值</source>
   <translation>Values of this column</translation>
  </message>
  <message>
   <source>输入营业执照上的18位统一社会信用代码，逐位核对。</source>
   <translation>Type the 18-character unified social credit code from the business licence and compare it character by character.</translation>
  </message>
  <message>
   <source>开始填报</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>进入演示</source>
   <translation>Open the demo</translation>
  </message>
  <message>
   <source>开始使用</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <source>三种方式任选一种；不用登录，不联网也能先填。以后可在“企业信息”里更改。</source>
   <translation>Choose one of three ways; no login, and you can begin offline. Everything can be changed later under "Firm profile".</translation>
  </message>
  <message>
   <source>18位，见营业执照</source>
   <translation>18 characters, see the business licence</translation>
  </message>
  <message>
   <source>统一社会信用代码，必填</source>
   <translation>Unified social credit code, required</translation>
  </message>
  <message>
   <source>与营业执照一致</source>
   <translation>as on the business licence</translation>
  </message>
  <message>
   <source>企业名称，必填</source>
   <translation>Firm name, required</translation>
  </message>
  <message>
   <source>添加我的企业</source>
   <translation>Add my firm</translation>
  </message>
  <message>
   <source>首次报送时才需要报送码</source>
   <translation>The filing code can wait</translation>
  </message>
  <message>
   <source>一家延吉的对韩、对日外包企业：约60份合同、300笔执行，带十来处常见错误。可以随便改、随便报，报送到本机的演示平台，不会发给主管部门。</source>
   <translation>A Yanji firm that works for Korean and Japanese clients: about 60 contracts and 300 executions, with a dozen common mistakes. Change and file as you like; filings go to a demo platform on this PC, never to the authority.</translation>
  </message>
  <message>
   <source>先看演示企业</source>
   <translation>See the demo firm first</translation>
  </message>
  <message>
   <source>打开另一台电脑上的备份（.zhibao），或用手头的合同台账（Excel、WPS、.ods、.csv）开始：原有内容一行不丢。</source>
   <translation>Open a backup from another PC (.zhibao), or start with your own contract ledger (Excel, WPS, .ods, .csv): not a row is lost.</translation>
  </message>
  <message>
   <source>从 Excel、备份恢复</source>
   <translation>From Excel or a backup</translation>
  </message>
  <message>
   <source>选企业</source>
   <translation>Choose firm</translation>
  </message>
  <message>
   <source>填数或导入</source>
   <translation>Fill or import</translation>
  </message>
  <message>
   <source>按 F9 审核</source>
   <translation>F9 to check</translation>
  </message>
  <message>
   <source>报送，等回执</source>
   <translation>File, await receipt</translation>
  </message>
  <message>
   <source>约 2 分钟走完一遍</source>
   <translation>Once through in about 2 minutes</translation>
  </message>
  <message>
   <source>已识别属地：%1</source>
   <translation>Region recognized: %1</translation>
  </message>
  <message>
   <source>请选择属地</source>
   <translation>Choose a region</translation>
  </message>
  <message>
   <source>校验位正确 · </source>
   <translation>Check digit correct · </translation>
  </message>
  <message>
   <source>已输入%1位，还差%2位。</source>
   <translation>%1 characters typed, %2 to go.</translation>
  </message>
  <message>
   <source>正在准备演示企业…</source>
   <translation>Preparing the demo firm…</translation>
  </message>
  <message>
   <source>选择备份或 Excel 文件</source>
   <translation>Choose a backup or an Excel file</translation>
  </message>
  <message>
   <source>备份或 Excel (*.zhibao %1);;备份 (*.zhibao);;Excel (%1)</source>
   <translation>Backup or Excel (*.zhibao %1);;Backup (*.zhibao);;Excel (%1)</translation>
  </message>
  <message>
   <source>已选 %1：先填左边的企业信息，开始填报后自动导入。</source>
   <translation>Chosen: %1. Fill in the firm at the left first; it is imported as soon as you start.</translation>
  </message>
  <message>
   <source>已自动保存 %1</source>
   <translation>Saved %1</translation>
  </message>
  <message>
   <source>待填</source>
   <translation>to fill</translation>
  </message>
  <message>
   <source>导入 Excel</source>
   <translation>Import Excel</translation>
  </message>
  <message>
   <source>新增一行</source>
   <translation>Add a row</translation>
  </message>
  <message>
   <source>清除筛选</source>
   <translation>Clear filter</translation>
  </message>
  <message>
   <source>没有符合条件的行</source>
   <translation>No rows match</translation>
  </message>
  <message>
   <source>%1还没有内容</source>
   <translation>%1: nothing here yet</translation>
  </message>
  <message>
   <source>共 %1 行，都被筛选条件隐藏了。</source>
   <translation>%1 rows, all hidden by the filter.</translation>
  </message>
  <message>
   <source>把您现有的 Excel 台账导入进来，或逐行填写。列名不必和模板一样。</source>
   <translation>Import your present Excel ledger, or fill in row by row. Its columns need not be named as in the template.</translation>
  </message>
  <message>
   <source>填今天</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>查看</source>
   <translation>View</translation>
  </message>
  <message>
   <source>搜索帮助和术语（Ctrl+F）</source>
   <translation>Search help and terms (Ctrl+F)</translation>
  </message>
  <message>
   <source>搜索帮助</source>
   <translation>Search help</translation>
  </message>
  <message>
   <source>帮助目录</source>
   <translation>Contents of help</translation>
  </message>
  <message>
   <source>返回</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>帮助</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>找到 %1 处</source>
   <translation>found: %1</translation>
  </message>
  <message>
   <source>没有找到，换一个词试试。</source>
   <translation>Nothing found; try another word.</translation>
  </message>
  <message>
   <source>%1各项指标</source>
   <translation>%1: fields</translation>
  </message>
  <message>
   <source>%1的审核关系</source>
   <translation>%1: checks</translation>
  </message>
  <message>
   <source>网页 (*.html);;PDF (*.pdf)</source>
   <translation>Web page (*.html);;PDF (*.pdf)</translation>
  </message>
  <message>
   <source>指标手册另存为</source>
   <translation>Save the indicator handbook as</translation>
  </message>
  <message>
   <source>已保存：%1</source>
   <translation>Saved: %1</translation>
  </message>
  <message>
   <source>没有可用的浏览器，手册已写到：%1</source>
   <translation>No browser found; the handbook was written to: %1</translation>
  </message>
  <message>
   <source>正在生成指标手册…</source>
   <translation>Writing the indicator handbook…</translation>
  </message>
  <message>
   <source>帮助内容</source>
   <translation>Help text</translation>
  </message>
  <message>
   <source>首页</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>张报表未报送</source>
   <translation>reports not filed</translation>
  </message>
  <message>
   <source>去填报</source>
   <translation>Fill in</translation>
  </message>
  <message>
   <source>处本期错误</source>
   <translation>errors this period</translation>
  </message>
  <message>
   <source>张被退回</source>
   <translation>returned</translation>
  </message>
  <message>
   <source>看批注</source>
   <translation>See comments</translation>
  </message>
  <message>
   <source>张待反馈</source>
   <translation>awaiting response</translation>
  </message>
  <message>
   <source>查进度</source>
   <translation>See progress</translation>
  </message>
  <message>
   <source>距本期截止</source>
   <translation>Until the due date</translation>
  </message>
  <message>
   <source>天</source>
   <translation>days</translation>
  </message>
  <message>
   <source>本期完成进度</source>
   <translation>Progress this period</translation>
  </message>
  <message>
   <source>消息</source>
   <translation>Messages</translation>
  </message>
  <message>
   <source>执行额</source>
   <translation>Executed value</translation>
  </message>
  <message>
   <source>万美元</source>
   <translation>10,000 USD</translation>
  </message>
  <message>
   <source>点月份可切换报告期</source>
   <translation>Click a month to change the period</translation>
  </message>
  <message>
   <source>%1年报送情况</source>
   <translation>Filings of %1</translation>
  </message>
  <message>
   <source>%1 24:00 止</source>
   <translation>until %1 24:00</translation>
  </message>
  <message>
   <source>已过本期截止</source>
   <translation>Past the due date</translation>
  </message>
  <message>
   <source>今天</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>截止</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>天，报送将标为补报</source>
   <translation>days; filings count as late</translation>
  </message>
  <message>
   <source>已报送 %1 / %2 张</source>
   <translation>Filed %1 of %2</translation>
  </message>
  <message>
   <source>%1 审核</source>
   <translation>checked %1</translation>
  </message>
  <message>
   <source>尚未审核</source>
   <translation>Not checked yet</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执和批注会出现在这里。</source>
   <translation>No messages. After filing, receipts and comments appear here.</translation>
  </message>
  <message>
   <source>同步没有成功：%1</source>
   <translation>The exchange failed: %1</translation>
  </message>
  <message>
   <source>%1起还有 %2 张以前的报表没有报送，可与本期一并补报。</source>
   <translation>Since %1, %2 earlier reports were not filed; they can be filed along with this period.</translation>
  </message>
  <message>
   <source>导入 Excel — %1</source>
   <translation>Import Excel — %1</translation>
  </message>
  <message>
   <source>选择要导入的工作簿</source>
   <translation>Choose the workbook to import</translation>
  </message>
  <message>
   <source>工作簿和文本表格 (%1)</source>
   <translation>Workbooks and text tables (%1)</translation>
  </message>
  <message>
   <source>选择工作簿</source>
   <translation>Choose workbook</translation>
  </message>
  <message>
   <source>正在读取 %1 …</source>
   <translation>Reading %1 …</translation>
  </message>
  <message>
   <source>正在导入 %1 …</source>
   <translation>Importing %1 …</translation>
  </message>
  <message>
   <source>导入前请核对：%1</source>
   <translation>Please compare before importing: %1</translation>
  </message>
  <message>
   <source>导入 %1 行</source>
   <translation>Import %1 rows</translation>
  </message>
  <message>
   <source>没有要导入的内容，关闭</source>
   <translation>Nothing to import, close</translation>
  </message>
  <message>
   <source>已导入 %1 行</source>
   <translation>Rows imported: %1</translation>
  </message>
  <message>
   <source>查看 %1 个问题（%2 个错误）</source>
   <translation>See problems: %1 (errors: %2)</translation>
  </message>
  <message>
   <source>没有导入，账套没有改动</source>
   <translation>Not imported; the Book is unchanged</translation>
  </message>
  <message>
   <source>工作表和表头：%1</source>
   <translation>Sheet and header: %1</translation>
  </message>
  <message>
   <source>列对应：%1</source>
   <translation>Columns: %1</translation>
  </message>
  <message>
   <source>下一步：列对应</source>
   <translation>Next: columns</translation>
  </message>
  <message>
   <source>下一步：核对</source>
   <translation>Next: preview</translation>
  </message>
  <message>
   <source>正在取消…</source>
   <translation>Cancelling…</translation>
  </message>
  <message>
   <source>换一个文件</source>
   <translation>Other file</translation>
  </message>
  <message>
   <source>导入记录 — %1</source>
   <translation>Imports — %1</translation>
  </message>
  <message>
   <source>读到</source>
   <translation>Read</translation>
  </message>
  <message>
   <source>接受</source>
   <comment>rows</comment>
   <translation>Taken</translation>
  </message>
  <message>
   <source>拒绝</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>新增</source>
   <translation>New</translation>
  </message>
  <message>
   <source>更新</source>
   <translation>Updated</translation>
  </message>
  <message>
   <source>无变化</source>
   <translation>Same</translation>
  </message>
  <message>
   <source>时间</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>经手人</source>
   <translation>By</translation>
  </message>
  <message>
   <source>工作表</source>
   <translation>Sheet</translation>
  </message>
  <message>
   <source>导入记录</source>
   <translation>Imports</translation>
  </message>
  <message>
   <source>撤销这次导入</source>
   <translation>Undo this import</translation>
  </message>
  <message>
   <source>正在撤销…</source>
   <translation>Taking it back…</translation>
  </message>
  <message>
   <source>已撤销“%1”的导入：新增的 %2 行已取出，更新的 %3 行已还原。可用“重做”恢复。</source>
   <translation>The import of “%1” was undone: %2 new rows taken out, %3 updated rows put back. Redo brings them again.</translation>
  </message>
  <message>
   <source>这张台账还没有从 Excel 导入过。</source>
   <translation>Nothing was imported into this ledger from Excel yet.</translation>
  </message>
  <message>
   <source>已导入</source>
   <translation>Imported</translation>
  </message>
  <message>
   <source>已撤销</source>
   <translation>Undone</translation>
  </message>
  <message>
   <source>没有改动</source>
   <translation>Nothing changed</translation>
  </message>
  <message>
   <source>%1 %2：文件合计 %3，账套合计 %4</source>
   <translation>%1 %2: %3 in the file, %4 in the book</translation>
  </message>
  <message>
   <source>%1 格未识别</source>
   <translation>%1 cells not understood</translation>
  </message>
  <message>
   <source>待补全（文件里没有的必填项）：%1</source>
   <translation>To be filled in (required, not in the file): %1</translation>
  </message>
  <message>
   <source>%1（%2 列）</source>
   <translation>%1 (column %2)</translation>
  </message>
  <message>
   <source>未识别的列，不导入：%1</source>
   <translation>Unknown columns, not imported: %1</translation>
  </message>
  <message>
   <source>金额核对（逐币种，不同币种不相加）</source>
   <translation>Amounts compared (by currency, never added together)</translation>
  </message>
  <message>
   <source>未导入的行</source>
   <translation>Rows not imported</translation>
  </message>
  <message>
   <source>无变化，跳过</source>
   <translation>Unchanged, skipped</translation>
  </message>
  <message>
   <source>工作表“%1”，读取 %2 行；识别出 %3 列。</source>
   <translation>Sheet "%1": %2 rows read, %3 columns known.</translation>
  </message>
  <message>
   <source>栏目</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>币种</source>
   <translation>Currency</translation>
  </message>
  <message>
   <source>文件合计</source>
   <translation>Total in file</translation>
  </message>
  <message>
   <source>账套合计</source>
   <translation>Total in Book</translation>
  </message>
  <message>
   <source>核对</source>
   <translation>Compared</translation>
  </message>
  <message>
   <source>一致</source>
   <translation>equal</translation>
  </message>
  <message>
   <source>不一致</source>
   <translation>different</translation>
  </message>
  <message>
   <source>文件行号</source>
   <translation>Row in file</translation>
  </message>
  <message>
   <source>原因</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>指标名称</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>本期</source>
   <translation>This period</translation>
  </message>
  <message>
   <source>上期</source>
   <translation>Last period</translation>
  </message>
  <message>
   <source>批量进度</source>
   <translation>Batch progress</translation>
  </message>
  <message>
   <source>每家企业的结果</source>
   <translation>Result for each firm</translation>
  </message>
  <message>
   <source>暂停</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>批量审核</source>
   <translation>Check in batch</translation>
  </message>
  <message>
   <source>批量报送</source>
   <translation>File in batch</translation>
  </message>
  <message>
   <source>继续</source>
   <translation>Continue</translation>
  </message>
  <message>
   <source>已完成：%1</source>
   <translation>Done: %1</translation>
  </message>
  <message>
   <source>已暂停，%1</source>
   <translation>Paused, %1</translation>
  </message>
  <message>
   <source>%1 / %2 家</source>
   <translation>%1 of %2 firms</translation>
  </message>
  <message>
   <source>全部可报送：%1 家、%2 张报表。</source>
   <translation>All can be filed: %1 firms, %2 reports.</translation>
  </message>
  <message>
   <source>另有 %1 家不在内，原因见上表。</source>
   <translation>%1 more firms are not included; see above why.</translation>
  </message>
  <message>
   <source>没有可报送的企业，原因见上表。</source>
   <translation>No firm can be filed; see above why.</translation>
  </message>
  <message>
   <source>报送这 %1 家</source>
   <translation>File for these %1</translation>
  </message>
  <message>
   <source>%1：%2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>本页的帮助</source>
   <translation>Help on this page</translation>
  </message>
  <message>
   <source>快捷键一览</source>
   <translation>All keys</translation>
  </message>
  <message>
   <source>下一处问题</source>
   <translation>Next problem</translation>
  </message>
  <message>
   <source>上一处问题</source>
   <translation>Previous problem</translation>
  </message>
  <message>
   <source>审核本期全部报表</source>
   <translation>Check all reports of the period</translation>
  </message>
  <message>
   <source>切换企业</source>
   <translation>Change firm</translation>
  </message>
  <message>
   <source>上一报告期</source>
   <translation>Previous period</translation>
  </message>
  <message>
   <source>下一报告期</source>
   <translation>Next period</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF</source>
   <translation>Print preview, save as PDF</translation>
  </message>
  <message>
   <source>保存（每次改动都已自动保存）</source>
   <translation>Save (every change is saved at once)</translation>
  </message>
  <message>
   <source>每次改动都已自动保存，不必另存。</source>
   <translation>Every change is saved at once; there is no need to save.</translation>
  </message>
  <message>
   <source>没有别的问题要处理了。</source>
   <translation>There is nothing else to deal with.</translation>
  </message>
  <message>
   <source>本页没有可打印的报表；请到要打印的报表或报送记录，再按 Ctrl+P。</source>
   <translation>Nothing on this page can be printed; go to the report or the filing, then press Ctrl+P.</translation>
  </message>
  <message>
   <source>正在审核…</source>
   <translation>Checking…</translation>
  </message>
  <message>
   <source>清除筛选（%1 列）</source>
   <translation>Clear filter (%1)</translation>
  </message>
  <message>
   <source>恢复原顺序</source>
   <translation>Original order</translation>
  </message>
  <message>
   <source>%1（Ctrl+Shift+F）</source>
   <translation>%1 (Ctrl+Shift+F)</translation>
  </message>
  <message>
   <source>新增行</source>
   <translation>Add row</translation>
  </message>
  <message>
   <source>新增一行（Insert）</source>
   <translation>Add a row (Insert)</translation>
  </message>
  <message>
   <source>删除</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>删除所选行（Ctrl+-）</source>
   <translation>Delete the selected rows (Ctrl+-)</translation>
  </message>
  <message>
   <source>从 Excel 工作簿导入</source>
   <translation>Import from an Excel workbook</translation>
  </message>
  <message>
   <source>导出</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>导出为 Excel 工作簿</source>
   <translation>Export as an Excel workbook</translation>
  </message>
  <message>
   <source>下载空白的 Excel 填报模板</source>
   <translation>Download an empty Excel template</translation>
  </message>
  <message>
   <source>单位：元（原币）</source>
   <translation>Unit: 1 (contract currency)</translation>
  </message>
  <message>
   <source>单位：万（原币）</source>
   <translation>Unit: 10,000 (contract currency)</translation>
  </message>
  <message>
   <source>只改变显示和输入的单位，保存的金额不变</source>
   <translation>Changes only how amounts are shown and typed, not what is stored</translation>
  </message>
  <message>
   <source>到“审核与报送”（Ctrl+Shift+Enter）</source>
   <translation>Go to "Check and file" (Ctrl+Shift+Enter)</translation>
  </message>
  <message>
   <source>筛选：编号、名称、国别、金额…（Ctrl+F）</source>
   <translation>Filter: number, name, country, amount… (Ctrl+F)</translation>
  </message>
  <message>
   <source>有问题</source>
   <translation>With problems</translation>
  </message>
  <message>
   <source>未报送</source>
   <translation>Not filed</translation>
  </message>
  <message>
   <source>已退回</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>导入记录：每次导入的文件，可整次撤销</source>
   <translation>Imports: every file that came in, and the way back</translation>
  </message>
  <message>
   <source>行详情</source>
   <translation>Row details</translation>
  </message>
  <message>
   <source>行详情和修改历史（Alt+Enter）</source>
   <translation>Row details and history (Alt+Enter)</translation>
  </message>
  <message>
   <source>恢复默认的列、顺序和宽度</source>
   <translation>Restore columns, order and widths</translation>
  </message>
  <message>
   <source>筛选“%1”…</source>
   <translation>Filter "%1"…</translation>
  </message>
  <message>
   <source>“%1”怎么填</source>
   <translation>How to fill in “%1”</translation>
  </message>
  <message>
   <source>左移</source>
   <translation>Move left</translation>
  </message>
  <message>
   <source>右移</source>
   <translation>Move right</translation>
  </message>
  <message>
   <source>又回到本期（%1）的问题。</source>
   <translation>Back to the findings of this period (%1).</translation>
  </message>
  <message>
   <source>%1的问题到此为止，下面是其他月份的：%2。</source>
   <translation>That was %1; now those of other months: %2.</translation>
  </message>
  <message>
   <source>下面是%1的问题。</source>
   <translation>Now the findings of %1.</translation>
  </message>
  <message>
   <source>%1 第%2行</source>
   <translation>%1 row %2</translation>
  </message>
  <message>
   <source>这张表没有附件栏；要导入数据，请放入 Excel 文件。</source>
   <translation>This form takes no attachments; to import data, drop an Excel file.</translation>
  </message>
  <message>
   <source>已添加 %1 个附件，按 Ctrl+Z 撤销</source>
   <translation>%1 files attached; Ctrl+Z takes it back</translation>
  </message>
  <message>
   <source>这些附件都已经在了</source>
   <translation>These files are attached already</translation>
  </message>
  <message>
   <source>这里没有可以写说明的核实项；错误须修改，不能用说明代替</source>
   <translation>No warning to explain here; errors must be mended, words do not replace it</translation>
  </message>
  <message>
   <source>必填</source>
   <translation>required</translation>
  </message>
  <message>
   <source>删除 %1 行</source>
   <translation>Delete %1 rows</translation>
  </message>
  <message>
   <source>已删除 %1 行，按 Ctrl+Z 撤销</source>
   <translation>Rows deleted: %1. Ctrl+Z undoes it</translation>
  </message>
  <message>
   <source>收汇凭证与执行逐笔核对，接受建议的对应，列出差异</source>
   <translation>Compare bank receipts with executions one by one, accept proposed links, list differences</translation>
  </message>
  <message>
   <source>核销</source>
   <translation>Reconcile</translation>
  </message>
  <message>
   <source>选中 %1 格</source>
   <translation>Cells selected: %1</translation>
  </message>
  <message>
   <source>共 %1 行</source>
   <translation>Rows: %1</translation>
  </message>
  <message>
   <source>筛选出 %1 行，共 %2 行</source>
   <translation>%1 of %2 rows</translation>
  </message>
  <message>
   <source>，有内容 %1 格</source>
   <translation>, with content: %1</translation>
  </message>
  <message>
   <source>全部行，按模板，可再导入 (*.xlsx)</source>
   <translation>All rows as a template, to be imported again (*.xlsx)</translation>
  </message>
  <message>
   <source>当前显示的行和列 (*.xlsx)</source>
   <translation>The rows and columns shown (*.xlsx)</translation>
  </message>
  <message>
   <source>当前显示的行和列，排成 A4 横页 (*.pdf)</source>
   <translation>The rows and columns shown, on A4 landscape pages (*.pdf)</translation>
  </message>
  <message>
   <source>正在导出 %1 …</source>
   <translation>Exporting %1 …</translation>
  </message>
  <message>
   <source>%1 / %2 行</source>
   <translation>%1 of %2 rows</translation>
  </message>
  <message>
   <source>%1模板.xlsx</source>
   <translation>%1 template.xlsx</translation>
  </message>
  <message>
   <source>模板已保存：%1</source>
   <translation>Template saved: %1</translation>
  </message>
  <message>
   <source>%1审核结果.xlsx</source>
   <translation>%1 check results.xlsx</translation>
  </message>
  <message>
   <source>导出清单</source>
   <translation>Export list</translation>
  </message>
  <message>
   <source>单元格</source>
   <translation>Cell</translation>
  </message>
  <message>
   <source>代码</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>审核结果</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>清单已保存：%1</source>
   <translation>List saved: %1</translation>
  </message>
  <message>
   <source>已导出 %1 行：%2</source>
   <translation>Rows exported: %1 to %2</translation>
  </message>
  <message>
   <source>图例：%1</source>
   <translation>Legend: %1</translation>
  </message>
  <message>
   <source>同上一行：%1</source>
   <translation>As the row above: %1</translation>
  </message>
  <message>
   <source>到收汇核销里选凭证（F4）</source>
   <translation>Choose receipts in the reconciliation (F4)</translation>
  </message>
  <message>
   <source>%1：可以建立 %2 家，拒收 %3 行</source>
   <translation>%1: firms to create %2, rows refused %3</translation>
  </message>
  <message>
   <source>结果</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>将建立账套</source>
   <translation>will be created</translation>
  </message>
  <message>
   <source>名单</source>
   <translation>List</translation>
  </message>
  <message>
   <source>拒收的行不影响其余企业；改好后可以用同一个文件再导入一次。</source>
   <translation>Refused rows do not hold up the others; correct them and import the same file again.</translation>
  </message>
  <message>
   <source>建立 %1 家</source>
   <translation>Create %1 firms</translation>
  </message>
  <message>
   <source>正在建立 %1</source>
   <translation>Creating %1</translation>
  </message>
  <message>
   <source>已建立 %1 家企业的账套。</source>
   <translation>Books created: %1.</translation>
  </message>
  <message>
   <source>已建立 %1 家，%2 家没有建成</source>
   <translation>Created: %1, not created: %2</translation>
  </message>
  <message>
   <source>按文件名添加%1</source>
   <translation>%1: attach by file name</translation>
  </message>
  <message>
   <source>没有对应的行</source>
   <translation>No such row</translation>
  </message>
  <message>
   <source>对应不止一行</source>
   <translation>More than one row</translation>
  </message>
  <message>
   <source>不能添加</source>
   <translation>Cannot be attached</translation>
  </message>
  <message>
   <source>将添加</source>
   <translation>will be added</translation>
  </message>
  <message>
   <source>%1 个文件对应到行；%2 个不添加，请改文件名或单独添加。</source>
   <translation>%1 files match a row; %2 are left out: rename them or attach them one by one.</translation>
  </message>
  <message>
   <source>对应</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>添加 %1 个</source>
   <translation>Attach %1</translation>
  </message>
  <message>
   <source>同上</source>
   <translation>as above</translation>
  </message>
  <message>
   <source>请查看批注</source>
   <translation>please see the comments</translation>
  </message>
  <message>
   <source>%1已退回：%2</source>
   <translation>%1 returned: %2</translation>
  </message>
  <message>
   <source>%1已受理</source>
   <translation>%1 accepted</translation>
  </message>
  <message>
   <source>%1平台拒收：%2</source>
   <translation>%1 refused by the platform: %2</translation>
  </message>
  <message>
   <source>%1 等 %2 张表</source>
   <translation>%1 and others (%2 ledgers)</translation>
  </message>
  <message>
   <source>%1已导入（%2）</source>
   <translation>%1 imported (%2)</translation>
  </message>
  <message>
   <source>类别</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>去处理</source>
   <translation>Go and see</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执、受理和退回意见会出现在这里。</source>
   <translation>No messages. After filing, receipts, acceptances and returns appear here.</translation>
  </message>
  <message>
   <source>%1 条新消息，共 %2 条</source>
   <translation>New messages: %1 of %2</translation>
  </message>
  <message>
   <source>没有新消息，共 %2 条</source>
   <translation>No new messages, %2 in all</translation>
  </message>
  <message>
   <source>已受理</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>平台拒收</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>移出</source>
   <translation>Move out</translation>
  </message>
  <message>
   <source>移到哪个文件夹，必填</source>
   <translation>Folder to move to, required</translation>
  </message>
  <message>
   <source>选择 U 盘或文件夹</source>
   <translation>Choose a USB stick or folder</translation>
  </message>
  <message>
   <source>移出后本机不再列出（收到“%1”文件夹，不删除）</source>
   <translation>No longer list it here (kept in the folder "%1", not deleted)</translation>
  </message>
  <message>
   <source>移出 %1</source>
   <translation>Move out %1</translation>
  </message>
  <message>
   <source>写出一份校验过的账套，文件名是企业名称和信用代码；别的企业不受影响。</source>
   <translation>Writes a verified copy, named after firm and credit code; other firms are not touched.</translation>
  </message>
  <message>
   <source>在另一台电脑的“全部企业”里选“移入”即可接着填报，数据、回执、历史都在。</source>
   <translation>On the other PC choose "Move in" under "All firms" and go on; data, receipts and history are all there.</translation>
  </message>
  <message>
   <source>本机的设备密钥不随账套走：到那台电脑后，首次报送须向主管部门要一个新的报送码重新开通。</source>
   <translation>The device key stays here: on the other PC the first filing needs a new filing code from the platform.</translation>
  </message>
  <message>
   <source>移出后请只在一台电脑上填报这家企业，以免两边各改各的。</source>
   <translation>After moving, fill in this firm on one PC only, so that the two do not drift apart.</translation>
  </message>
  <message>
   <source>选择…</source>
   <translation>Choose…</translation>
  </message>
  <message>
   <source>这家企业正打开着，只写出副本；要从本机收起，请先打开另一家企业。</source>
   <translation>This firm is open: only a copy is written. To take it off this PC, open another firm first.</translation>
  </message>
  <message>
   <source>移到哪个文件夹</source>
   <translation>Folder to move to</translation>
  </message>
  <message>
   <source>%1 等</source>
   <translation>%1 and more</translation>
  </message>
  <message>
   <source>页面导航</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>帮助  F1</source>
   <translation>Help  F1</translation>
  </message>
  <message>
   <source>收起报表</source>
   <translation>Fewer forms</translation>
  </message>
  <message>
   <source>更多报表</source>
   <translation>More forms</translation>
  </message>
  <message>
   <source>系统代理</source>
   <translation>System proxy</translation>
  </message>
  <message>
   <source>不用代理</source>
   <translation>No proxy</translation>
  </message>
  <message>
   <source>手动设置</source>
   <translation>By hand</translation>
  </message>
  <message>
   <source>网络代理</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>代理地址</source>
   <translation>Proxy address</translation>
  </message>
  <message>
   <source>地址:端口，如 10.0.0.8:8080</source>
   <translation>address:port, e.g. 10.0.0.8:8080</translation>
  </message>
  <message>
   <source>测试连接</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>填报和审核不用网络；报送和取回意见时按这里的方式连接省平台，改了马上生效。</source>
   <translation>Filling and checking need no network; filing connects to the provincial platform in this way. A change takes effect at once.</translation>
  </message>
  <message>
   <source>网络</source>
   <translation>Network</translation>
  </message>
  <message>
   <source>请填写代理地址；填好以前仍按系统代理连接。</source>
   <translation>Please enter the proxy address; until then the system's proxy is used.</translation>
  </message>
  <message>
   <source>已按新的方式连接；可以点“测试连接”试一下。</source>
   <translation>Connecting the new way; press "Test" to try.</translation>
  </message>
  <message>
   <source>演示企业的平台就在本机，不经过网络。</source>
   <translation>The demo firm's platform is on this PC; no network is used.</translation>
  </message>
  <message>
   <source>还没有开通报送，首次报送后再测试。</source>
   <translation>Filing is not activated yet; test after the first filing.</translation>
  </message>
  <message>
   <source>代理服务器已连上；还没有开通报送，平台要到首次报送时才能试。</source>
   <translation>The proxy answers; the platform can be tried at the first filing.</translation>
  </message>
  <message>
   <source>连接正常，省平台已应答。</source>
   <translation>Connected; the platform answered.</translation>
  </message>
  <message>
   <source>正在连接…</source>
   <translation>Connecting…</translation>
  </message>
  <message>
   <source>　含未报送数据</source>
   <translation>   with data not filed</translation>
  </message>
  <message>
   <source>含未报送数据：%1。</source>
   <translation>With data not filed: %1. </translation>
  </message>
  <message>
   <source>%1报送后又有改动，这里按现在的台账计算，与已报数不同。</source>
   <translation>%1 changed after filing: computed from today's ledgers, so it differs from what was filed. </translation>
  </message>
  <message>
   <source>所列数据均已报送。</source>
   <translation>All data shown have been filed. </translation>
  </message>
  <message>
   <source>%1 行没有日期</source>
   <translation>rows without a date: %1</translation>
  </message>
  <message>
   <source>%1 行没有美元金额</source>
   <translation>rows without an amount in USD: %1</translation>
  </message>
  <message>
   <source>%1有 %2，没有计入。</source>
   <translation>%1: %2, not counted. </translation>
  </message>
  <message>
   <source>统计未计入的行</source>
   <translation>rows the figures leave out</translation>
  </message>
  <message>
   <source>收起这条提示</source>
   <translation>Dismiss this note</translation>
  </message>
  <message>
   <source>错误</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>注意</source>
   <translation>Warning</translation>
  </message>
  <message>
   <source>提示</source>
   <translation>Hint</translation>
  </message>
  <message>
   <source>%1 份合同，累计执行 %2 笔，月度数 %3 个月</source>
   <translation>%1 contracts, %2 executions so far, %3 months</translation>
  </message>
  <message>
   <source>带入期初…</source>
   <translation>Bring in opening balance…</translation>
  </message>
  <message>
   <source>不需要</source>
   <translation>Not needed</translation>
  </message>
  <message>
   <source>期初已登记：%1；随首月一起报送。</source>
   <translation>Opening balance: %1; it is filed with the first month.</translation>
  </message>
  <message>
   <source>查看期初…</source>
   <translation>Show opening balance…</translation>
  </message>
  <message>
   <source>年中开始在这里报送？起报以前已受理的合同、累计执行和各月数，可以从 Excel 一次带入。</source>
   <translation>Starting here in mid-year? Contracts approved before, executions so far and the months reported can be brought in once from Excel.</translation>
  </message>
  <message>
   <source>期初</source>
   <translation>Opening balance</translation>
  </message>
  <message>
   <source>带入</source>
   <translation>Bring in</translation>
  </message>
  <message>
   <source>现在单独报送</source>
   <translation>File it now</translation>
  </message>
  <message>
   <source>撤销期初</source>
   <translation>Take it back</translation>
  </message>
  <message>
   <source>带入期初</source>
   <translation>Bring in an opening balance</translation>
  </message>
  <message>
   <source>本企业已经在本系统报送过，不能再带入期初。</source>
   <translation>This firm has filed here already; an opening balance cannot be brought in any more.</translation>
  </message>
  <message>
   <source>期初已登记：%1</source>
   <translation>Opening balance: %1</translation>
  </message>
  <message>
   <source>从%1起在本系统报送；期初随%1一起报送，也可以现在单独报送。报送以前可以撤销重来。</source>
   <translation>Reports here from %1. The opening balance is filed with %1, or by itself now; until then it can be taken back.</translation>
  </message>
  <message>
   <source>期初已报送，签名和回执见“报送记录”。以后合同有变动，请登记合同变更。</source>
   <translation>The opening balance is filed; signature and receipt are in «Filings». Later changes of contracts go under “Amendments”.</translation>
  </message>
  <message>
   <source>平台没有收下期初，原因见“报送记录”；可以撤销后改好重来，或再报送一次。</source>
   <translation>The platform did not take the opening balance; «Filings» says why. Take it back and mend it, or file it again.</translation>
  </message>
  <message>
   <source>期初模板.xlsx</source>
   <translation>Opening balance template.xlsx</translation>
  </message>
  <message>
   <source>正在带入 %1 …</source>
   <translation>Bringing in %1 …</translation>
  </message>
  <message>
   <source>带入前请核对：%1</source>
   <translation>Please check before it is brought in: %1</translation>
  </message>
  <message>
   <source>从%1起在本系统报送，以下都在这以前。</source>
   <translation>Reports here from %1; all of this lies before.</translation>
  </message>
  <message>
   <source>带入 %1 份合同</source>
   <translation>Bring in %1 contracts</translation>
  </message>
  <message>
   <source>正在签名…</source>
   <translation>Signing…</translation>
  </message>
  <message>
   <source>撤销期初？带入的合同、执行和月度数都会移出账套，之后可以重新带入。</source>
   <translation>Take the opening balance back? Its contracts, executions and months leave the Book; they can be brought in again.</translation>
  </message>
  <message>
   <source>没有带入，账套没有改动</source>
   <translation>Nothing was brought in; the Book is as it was</translation>
  </message>
  <message>
   <source>期初已登记…</source>
   <translation>Opening balance…</translation>
  </message>
  <message>
   <source>期初…</source>
   <translation>Opening balance…</translation>
  </message>
  <message>
   <source>起报以前已受理的合同、累计执行和各月数，年中开始使用的企业一次带入</source>
   <translation>Contracts approved, executions and months reported before the firm reports here; a firm that arrives in mid-year brings them in once</translation>
  </message>
  <message>
   <source>不能带入的地方</source>
   <translation>What cannot be brought in</translation>
  </message>
  <message>
   <source>份合同</source>
   <translation>contracts</translation>
  </message>
  <message>
   <source>笔累计执行</source>
   <translation>executions so far</translation>
  </message>
  <message>
   <source>个月的月度数</source>
   <translation>months</translation>
  </message>
  <message>
   <source>有 %1 处不能带入，请在文件里改好再选一次；现在一行也没有带入。</source>
   <translation>%1 places cannot be brought in. Mend them in the file and choose it again; nothing is in yet.</translation>
  </message>
  <message>
   <source>合同金额合计</source>
   <translation>Contract value, total</translation>
  </message>
  <message>
   <source>累计执行额合计</source>
   <translation>Executed so far, total</translation>
  </message>
  <message>
   <source>%1金额合计</source>
   <translation>%1, total amount</translation>
  </message>
  <message>
   <source>可报送</source>
   <translation>Ready to file</translation>
  </message>
  <message>
   <source>不能报</source>
   <translation>Cannot be filed</translation>
  </message>
  <message>
   <source>无需报</source>
   <translation>Nothing to file</translation>
  </message>
  <message>
   <source>已报送</source>
   <translation>Filed</translation>
  </message>
  <message>
   <source>已同步</source>
   <translation>Exchanged</translation>
  </message>
  <message>
   <source>未送达</source>
   <translation>Not delivered</translation>
  </message>
  <message>
   <source>使用中</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>没做成</source>
   <translation>Failed</translation>
  </message>
  <message>
   <source>未做</source>
   <translation>Not done</translation>
  </message>
  <message>
   <source>程序出现意外错误，已记录；这家企业的数据没有丢失，其他企业继续。</source>
   <translation>The program met an error and wrote it down; this firm's data are safe, the others go on.</translation>
  </message>
  <message>
   <source>%1 %2 家</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>审核与报送</source>
   <translation>Check and file</translation>
  </message>
  <message>
   <source>报送记录</source>
   <translation>Filings</translation>
  </message>
  <message>
   <source>统计分析</source>
   <translation>Statistics</translation>
  </message>
  <message>
   <source>企业信息</source>
   <translation>Firm profile</translation>
  </message>
  <message>
   <source>设置</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>台账</source>
   <translation>Ledgers</translation>
  </message>
  <message>
   <source>月报</source>
   <translation>Monthly</translation>
  </message>
  <message>
   <source>年报</source>
   <translation>Annual</translation>
  </message>
  <message>
   <source>按需填报</source>
   <translation>As needed</translation>
  </message>
  <message>
   <source>打印预览</source>
   <translation>Print preview</translation>
  </message>
  <message>
   <source>接受</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>写入执行台账的“对应收汇凭证”，一步，可撤销（Ctrl+Enter）</source>
   <translation>Writes the links into the execution ledger as one step that can be undone (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>还原</source>
   <translation>Reset</translation>
  </message>
  <message>
   <source>回到已保存的对应，没有的回到建议</source>
   <translation>Back to the saved links, or to the proposal where there are none</translation>
  </message>
  <message>
   <source>清空</source>
   <translation>Clear all</translation>
  </message>
  <message>
   <source>取出全部凭证；接受以后，这笔执行不再对应任何凭证</source>
   <translation>Takes all receipts out; once accepted, this execution has none any more</translation>
  </message>
  <message>
   <source>到台账</source>
   <translation>To the ledger</translation>
  </message>
  <message>
   <source>在上面选一笔执行，这里列出它的收汇凭证。</source>
   <translation>Choose an execution above; its receipts are listed here.</translation>
  </message>
  <message>
   <source>还没有对应的凭证。在凭证一栏选中，按空格放进来；可以放几张，各写金额。</source>
   <translation>No receipts yet. Choose one in the list of receipts and press Space to put it in; several can be put in, each with its amount.</translation>
  </message>
  <message>
   <source>不在收汇凭证台账中</source>
   <translation>Not in the ledger of bank receipts</translation>
  </message>
  <message>
   <source>凭证 %1 的核销金额</source>
   <translation>Amount taken of receipt %1</translation>
  </message>
  <message>
   <source>可核销 %1</source>
   <translation>%1 available</translation>
  </message>
  <message>
   <source>取出凭证 %1</source>
   <translation>Take receipt %1 out</translation>
  </message>
  <message>
   <source>取出</source>
   <translation>Take out</translation>
  </message>
  <message>
   <source>差额 %1</source>
   <translation>Difference %1</translation>
  </message>
  <message>
   <source>已受理，不能改；请先办理更正。</source>
   <translation>Accepted by the province; begin a correction first.</translation>
  </message>
  <message>
   <source>金额不能识别，或不大于零。</source>
   <translation>The amount cannot be read, or is not above zero.</translation>
  </message>
  <message>
   <source>合计超过了执行金额。</source>
   <translation>The sum exceeds the execution.</translation>
  </message>
  <message>
   <source>超过了凭证 %1 可核销的金额。</source>
   <translation>More than receipt %1 has left.</translation>
  </message>
  <message>
   <source>凭证 %1 的币种不同。</source>
   <translation>Receipt %1 is in another currency.</translation>
  </message>
  <message>
   <source>收汇凭证台账中没有 %1。</source>
   <translation>The ledger of bank receipts has no %1.</translation>
  </message>
  <message>
   <source>%1年%2月</source>
   <translation>%1-%2</translation>
  </message>
  <message>
   <source>%1年</source>
   <translation>%1</translation>
  </message>
  <message>
   <source>%1至%2</source>
   <translation>%1 to %2</translation>
  </message>
  <message>
   <source>已受理的数</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>参考线</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>还差</source>
   <translation>Short by</translation>
  </message>
  <message>
   <source>取自</source>
   <translation>Taken from</translation>
  </message>
  <message>
   <source>%1（表）</source>
   <translation>%1 (table)</translation>
  </message>
  <message>
   <source>符合</source>
   <translation>Met</translation>
  </message>
  <message>
   <source>不符合</source>
   <translation>Not met</translation>
  </message>
  <message>
   <source>供参考</source>
   <translation>For reference</translation>
  </message>
  <message>
   <source>(1)、(2) 等各组条件满足任意一组即可，不必都达到。</source>
   <translation>Any one of the groups (1), (2) … is enough; not all of them need be met.</translation>
  </message>
  <message>
   <source>口径：%1年。%2</source>
   <translation>As of %1. %2</translation>
  </message>
  <message>
   <source>已达到</source>
   <translation>Reached</translation>
  </message>
  <message>
   <source>%1（没有已受理的）</source>
   <translation>%1 (none accepted)</translation>
  </message>
  <message>
   <source>还没有受理，没有计入：%1。</source>
   <translation>Not accepted yet, not counted: %1.</translation>
  </message>
  <message>
   <source>年度</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>现行制度没有政策自查的条件。</source>
   <translation>The scheme in force has no conditions for a self-check.</translation>
  </message>
  <message>
   <source>政策自查</source>
   <translation>Policy self-check</translation>
  </message>
  <message>
   <source>按平台已受理的申报计算，只在本机显示，不上报。条件是往年公开的口径，不是现行规定；申报以当年通知为准。</source>
   <translation>Worked out from what the platform has accepted; shown on this PC only, never sent. The conditions are published ones of past years, not the rules in force; when you apply, the notice of that year decides.</translation>
  </message>
  <message>
   <source>外观</source>
   <translation>Looks</translation>
  </message>
  <message>
   <source>跟随系统</source>
   <translation>As the system</translation>
  </message>
  <message>
   <source>浅色</source>
   <translation>Light</translation>
  </message>
  <message>
   <source>深色</source>
   <translation>Dark</translation>
  </message>
  <message>
   <source>小</source>
   <translation>Small</translation>
  </message>
  <message>
   <source>标准</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>大</source>
   <translation>Large</translation>
  </message>
  <message>
   <source>特大</source>
   <translation>Very large</translation>
  </message>
  <message>
   <source>紧凑</source>
   <translation>Compact</translation>
  </message>
  <message>
   <source>宽松</source>
   <translation>Wide</translation>
  </message>
  <message>
   <source>主题</source>
   <translation>Theme</translation>
  </message>
  <message>
   <source>界面字号</source>
   <translation>Font size</translation>
  </message>
  <message>
   <source>表格行高</source>
   <translation>Row height</translation>
  </message>
  <message>
   <source>界面语言</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>向右</source>
   <translation>to the right</translation>
  </message>
  <message>
   <source>向下</source>
   <translation>down</translation>
  </message>
  <message>
   <source>按表式</source>
   <translation>As on the form</translation>
  </message>
  <message>
   <source>元</source>
   <translation>CNY</translation>
  </message>
  <message>
   <source>万元</source>
   <translation>10,000 CNY</translation>
  </message>
  <message>
   <source>回车键移动</source>
   <translation>Enter moves</translation>
  </message>
  <message>
   <source>金额显示</source>
   <translation>Amounts</translation>
  </message>
  <message>
   <source>回车方向只影响台账表格，Tab 始终向右，按住 Shift 反向。金额显示只改变看和填的单位，保存的金额不变，也可以在每张表上方临时切换；按表式：台账用元（原币），月报用万元。</source>
   <translation>Enter's direction holds in ledgers only; Tab always goes right, Shift reverses. The unit changes only what is seen and typed, never what is stored, and can be switched above each form; as on the form: ledgers in units of the currency, the monthly report in 10,000.</translation>
  </message>
  <message>
   <source>关闭程序再打开后生效；已填的数据不受影响。</source>
   <translation>Takes effect when the program is started again; your data are not touched.</translation>
  </message>
  <message>
   <source>更改…</source>
   <translation>Change…</translation>
  </message>
  <message>
   <source>更改备份文件夹</source>
   <translation>Change backup folder</translation>
  </message>
  <message>
   <source>放在账套旁边</source>
   <translation>Beside the Book</translation>
  </message>
  <message>
   <source>备份与恢复…</source>
   <translation>Backup and restore…</translation>
  </message>
  <message>
   <source>备份文件夹</source>
   <translation>Backup folder</translation>
  </message>
  <message>
   <source>还没有做过恢复演练：在“备份与恢复”里点一下，就知道备份能不能用。</source>
   <translation>No restore has been rehearsed: one click under "Backup and restore" tells whether the backup is good.</translation>
  </message>
  <message>
   <source>上次演练没有成功 %1</source>
   <translation>Last rehearsal failed %1</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1</source>
   <translation>Last rehearsal succeeded %1</translation>
  </message>
  <message>
   <source>备份放到哪个文件夹</source>
   <translation>Folder for backups</translation>
  </message>
  <message>
   <source>数据位置</source>
   <translation>Where the data are</translation>
  </message>
  <message>
   <source>账套、设置和日志都在本机这个文件夹里，不会自动上传：</source>
   <translation>Books, settings and logs are in this folder on this PC and are never uploaded by themselves:</translation>
  </message>
  <message>
   <source>打印预览：%1</source>
   <translation>Print preview: %1</translation>
  </message>
  <message>
   <source>打印什么</source>
   <translation>What to print</translation>
  </message>
  <message>
   <source>单位：按表式</source>
   <translation>Unit: as on the form</translation>
  </message>
  <message>
   <source>全部栏目</source>
   <translation>All columns</translation>
  </message>
  <message>
   <source>连同窗口里不显示的栏目一起打印</source>
   <translation>Print the columns hidden in the window, too</translation>
  </message>
  <message>
   <source>存为 PDF</source>
   <translation>Save as PDF</translation>
  </message>
  <message>
   <source>上一页（PgUp）</source>
   <translation>Previous page (PgUp)</translation>
  </message>
  <message>
   <source>下一页（PgDn）</source>
   <translation>Next page (PgDn)</translation>
  </message>
  <message>
   <source>页码</source>
   <translation>Page number</translation>
  </message>
  <message>
   <source>适合宽度</source>
   <translation>Fit width</translation>
  </message>
  <message>
   <source>整页</source>
   <translation>Whole page</translation>
  </message>
  <message>
   <source>显示比例</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>正在排版…</source>
   <translation>Laying out…</translation>
  </message>
  <message>
   <source>／ 共 %1 页</source>
   <translation>of %1</translation>
  </message>
  <message>
   <source>已存为 %1</source>
   <translation>Saved as %1</translation>
  </message>
  <message>
   <source>正在生成 PDF…</source>
   <translation>Making the PDF…</translation>
  </message>
  <message>
   <source>这台电脑没有打印机；可以先“存为 PDF”，拿到别处打印。</source>
   <translation>This PC has no printer; "Save as PDF" and print elsewhere.</translation>
  </message>
  <message>
   <source>打印机没有接受这次打印，请检查打印机后重试。</source>
   <translation>The printer did not take the job; check it and try again.</translation>
  </message>
  <message>
   <source>正在打印…</source>
   <translation>Printing…</translation>
  </message>
  <message>
   <source>已送到打印机。</source>
   <translation>Sent to the printer.</translation>
  </message>
  <message>
   <source>打印已停止。</source>
   <translation>Printing stopped.</translation>
  </message>
  <message>
   <source>主管批注</source>
   <translation>Authority's comments</translation>
  </message>
  <message>
   <source>粘贴待处理</source>
   <translation>Paste: to deal with</translation>
  </message>
  <message>
   <source>尚未审核。按 F9 审核本表。</source>
   <translation>Not checked yet. F9 checks this form.</translation>
  </message>
  <message>
   <source>没有主管部门的批注。</source>
   <translation>No comments from the authority.</translation>
  </message>
  <message>
   <source>没有需要修改或说明的地方。</source>
   <translation>Nothing to correct or explain.</translation>
  </message>
  <message>
   <source>展开</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>F8 下一处 · Shift+F8 上一处</source>
   <translation>F8 next · Shift+F8 previous</translation>
  </message>
  <message>
   <source>核实无误的写明原因，随报表上报；有误的请修改</source>
   <translation>If correct, say why, it is filed with the report; if wrong, correct it</translation>
  </message>
  <message>
   <source>问题清单</source>
   <translation>List of problems</translation>
  </message>
  <message>
   <source>错误（须改）</source>
   <translation>Errors (mend)</translation>
  </message>
  <message>
   <source>核实（待说明）</source>
   <translation>Warnings (explain)</translation>
  </message>
  <message>
   <source>没有错误，%1 处核实都已说明，%2</source>
   <translation>No errors, all %1 warnings explained, %2</translation>
  </message>
  <message>
   <source>审核通过，0 个问题，%1</source>
   <translation>Checked: 0 problems, %1</translation>
  </message>
  <message>
   <source>核实，已写说明</source>
   <translation>warning, explained</translation>
  </message>
  <message>
   <source>级别</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>说明</source>
   <comment>column</comment>
   <translation>Note</translation>
  </message>
  <message>
   <source>全表</source>
   <translation>whole form</translation>
  </message>
  <message>
   <source>已说明：%1</source>
   <translation>Explained: %1</translation>
  </message>
  <message>
   <source>错误，须修改</source>
   <translation>error, to be corrected</translation>
  </message>
  <message>
   <source>核实，可说明后报送</source>
   <translation>warning, explain to file</translation>
  </message>
  <message>
   <source>提示，不影响报送</source>
   <translation>information</translation>
  </message>
  <message>
   <source>印在每张报表上，随报表上报</source>
   <translation>printed on every report and filed with it</translation>
  </message>
  <message>
   <source>报表表头</source>
   <translation>Head of the reports</translation>
  </message>
  <message>
   <source>单位负责人</source>
   <translation>Head of the firm</translation>
  </message>
  <message>
   <source>统计负责人</source>
   <translation>Head of statistics</translation>
  </message>
  <message>
   <source>填表人</source>
   <translation>Filled in by</translation>
  </message>
  <message>
   <source>联系电话</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>带入企业名称和属地</source>
   <translation>Bring in company name and division</translation>
  </message>
  <message>
   <source>上次备份 %1</source>
   <translation>Last backup %1</translation>
  </message>
  <message>
   <source>还没有备份；退出时也会自动备份</source>
   <translation>No backup yet; one is also made when the program ends</translation>
  </message>
  <message>
   <source>CSV 文件，第一行是表头：月份、币种、汇率（1单位该币种折合多少美元）、来源、日期。</source>
   <translation>A CSV file whose first line is 月份, 币种, 汇率 (USD for 1 unit of the currency), 来源, 日期: month, currency, rate, source, date.</translation>
  </message>
  <message>
   <source>导入汇率表…</source>
   <translation>Import rates…</translation>
  </message>
  <message>
   <source>汇率</source>
   <translation>Rates</translation>
  </message>
  <message>
   <source>（%1的）</source>
   <translation> (of %1)</translation>
  </message>
  <message>
   <source>%1 折美元：%2。</source>
   <translation>%1 to USD: %2.</translation>
  </message>
  <message>
   <source>其中 %3 个由本企业导入。</source>
   <translation>%3 of them imported by this firm.</translation>
  </message>
  <message>
   <source>选择汇率表</source>
   <translation>Choose the rates</translation>
  </message>
  <message>
   <source>汇率表 (*.csv)</source>
   <translation>Rates (*.csv)</translation>
  </message>
  <message>
   <source>已导入 %1 个汇率，此后的折算按新汇率计算。</source>
   <translation>Rates imported: %1; conversions use them from now on.</translation>
  </message>
  <message>
   <source>待审核</source>
   <translation>To be checked</translation>
  </message>
  <message>
   <source>审核通过，勾选的将一并报送</source>
   <translation>Checked; what is ticked is filed together</translation>
  </message>
  <message>
   <source>以前各月 %1 张</source>
   <translation>Earlier months: %1</translation>
  </message>
  <message>
   <source>其中 %1 张还有错误或核实项未说明：处理后一并报送，或取消上面的“一并补报”只报本期</source>
   <translation>%1 of them still have errors or unexplained warnings: deal with them and file along, or untick "file along" above</translation>
  </message>
  <message>
   <source>暂不能报</source>
   <translation>Cannot be filed yet</translation>
  </message>
  <message>
   <source>合同号</source>
   <translation>Contract No.</translation>
  </message>
  <message>
   <source>日期</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>付款人</source>
   <translation>Payer</translation>
  </message>
  <message>
   <source>金额</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>未核销</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>执行</source>
   <translation>Executions</translation>
  </message>
  <message>
   <source>凭证编号</source>
   <translation>Receipt No.</translation>
  </message>
  <message>
   <source>与所选执行</source>
   <translation>Fit</translation>
  </message>
  <message>
   <source>收汇凭证</source>
   <translation>Bank receipts</translation>
  </message>
  <message>
   <source>已核销</source>
   <translation>Reconciled</translation>
  </message>
  <message>
   <source>差额</source>
   <translation>Difference</translation>
  </message>
  <message>
   <source>差异</source>
   <translation>Differences</translation>
  </message>
  <message>
   <source>执行（外汇收款）</source>
   <translation>Executions (from abroad)</translation>
  </message>
  <message>
   <source>逐合同、逐币种；Enter 到它的执行</source>
   <translation>By contract and currency; Enter leads to the executions</translation>
  </message>
  <message>
   <source>Enter 接受 · 空格 放入或取出凭证 · F2 改金额 · F8 下一笔</source>
   <translation>Enter accept · Space receipt in or out · F2 amounts · F8 next</translation>
  </message>
  <message>
   <source>筛选：合同号、付款人、凭证…（Ctrl+F）</source>
   <translation>Filter: contract, payer, receipt… (Ctrl+F)</translation>
  </message>
  <message>
   <source>接受全部建议</source>
   <translation>Accept all proposals</translation>
  </message>
  <message>
   <source>把程序找到的对应一次写入执行台账，一步，可撤销；改了未接受的不动</source>
   <translation>Writes all links found into the execution ledger as one step that can be undone; what you changed and did not accept stays</translation>
  </message>
  <message>
   <source>收汇核销</source>
   <translation>Reconciliation</translation>
  </message>
  <message>
   <source>%1：外汇收款 %2 笔</source>
   <translation>%1: %2 payments from abroad</translation>
  </message>
  <message>
   <source>；另有 %1 笔缺付款人、币种或金额，请先在执行台账补齐</source>
   <translation>; %1 more lack payer, currency or amount: complete them in the ledger first</translation>
  </message>
  <message>
   <source>接受全部 %1 笔建议</source>
   <translation>Accept all %1 proposals</translation>
  </message>
  <message>
   <source>已保存的对应</source>
   <translation>Saved links</translation>
  </message>
  <message>
   <source>建议：付款人、币种、金额相符，日期最近</source>
   <translation>Proposed: payer, currency and amount agree, nearest in date</translation>
  </message>
  <message>
   <source>改了未接受</source>
   <translation>Not accepted yet</translation>
  </message>
  <message>
   <source>核销超额</source>
   <translation>Overdrawn</translation>
  </message>
  <message>
   <source>部分核销</source>
   <translation>Partly</translation>
  </message>
  <message>
   <source>有建议</source>
   <translation>Proposed</translation>
  </message>
  <message>
   <source>已放入</source>
   <translation>Put in</translation>
  </message>
  <message>
   <source>币种不同</source>
   <translation>Other currency</translation>
  </message>
  <message>
   <source>金额、付款人相同</source>
   <translation>Amount, payer</translation>
  </message>
  <message>
   <source>付款人相同</source>
   <translation>Same payer</translation>
  </message>
  <message>
   <source>金额相同</source>
   <translation>Same amount</translation>
  </message>
  <message>
   <source>本月合计</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>未核销 %1</source>
   <translation>Open %1</translation>
  </message>
  <message>
   <source>全部核销</source>
   <translation>All reconciled</translation>
  </message>
  <message>
   <source>暂无</source>
   <translation>None</translation>
  </message>
  <message>
   <source>没有符合筛选的执行，请改筛选。</source>
   <translation>No execution fits the filter; change it.</translation>
  </message>
  <message>
   <source>本月 %1 笔执行都已核销；点上面的“全部”查看或改动。</source>
   <translation>All %1 executions of the month are reconciled; click All above to see or change them.</translation>
  </message>
  <message>
   <source>没有差异：本月的执行都有凭证，金额相符。</source>
   <translation>No differences: every execution of the month has its receipts, and the amounts agree.</translation>
  </message>
  <message>
   <source>本月没有依据为“外汇收款”的执行，不用核销。还有没登记的，先到执行台账登记；要核销别的月份，在上方换报告期。</source>
   <translation>No execution of this month rests on a payment from abroad, so there is nothing to reconcile. Enter any that are missing in the execution ledger; for another month, change the period above.</translation>
  </message>
  <message>
   <source>这笔执行不是外汇收款，或还缺币种、金额，不用核销。</source>
   <translation>This execution is no payment from abroad, or lacks currency or amount: there is nothing to reconcile.</translation>
  </message>
  <message>
   <source>这张凭证的币种不同，或已经核销完。</source>
   <translation>This receipt is in another currency, or nothing of it is left.</translation>
  </message>
  <message>
   <source>第%1行已写入执行台账，按 Ctrl+Z 撤销</source>
   <translation>Row %1 was written into the execution ledger; Ctrl+Z undoes it</translation>
  </message>
  <message>
   <source>已核销 %1 笔，按 Ctrl+Z 一次撤销</source>
   <translation>%1 executions reconciled; Ctrl+Z undoes them at once</translation>
  </message>
  <message>
   <source>报表</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>报送时间</source>
   <translation>Filed at</translation>
  </message>
  <message>
   <source>同步记录</source>
   <translation>Exchange log</translation>
  </message>
  <message>
   <source>报送</source>
   <comment>list</comment>
   <translation>Filings</translation>
  </message>
  <message>
   <source>还没有报送过。审核通过后到“审核与报送”按一下“报送”，回执会保存在这里。</source>
   <translation>Nothing filed yet. When the check has passed, press "File" under "Check and file"; receipts are kept here.</translation>
  </message>
  <message>
   <source>去审核与报送</source>
   <translation>Go to Check and file</translation>
  </message>
  <message>
   <source>正在获取…</source>
   <translation>Fetching…</translation>
  </message>
  <message>
   <source>指定表头和各列</source>
   <translation>Set the header and columns</translation>
  </message>
  <message>
   <source>全部审核  F9</source>
   <translation>Check all  F9</translation>
  </message>
  <message>
   <source>报送  Ctrl+Shift+Enter</source>
   <translation>File  Ctrl+Shift+Enter</translation>
  </message>
  <message>
   <source>本期报表</source>
   <translation>Reports of this period</translation>
  </message>
  <message>
   <source>一并报送</source>
   <translation>File along</translation>
  </message>
  <message>
   <source>操作</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>有 %1 张已签名的报表还没有发出：请到“审核与报送”输入报送码，开通后自动发送。</source>
   <translation>Signed reports not sent yet: %1. Enter the filing code under "Check and file"; they are sent once filing is activated.</translation>
  </message>
  <message>
   <source>去开通</source>
   <translation>Activate</translation>
  </message>
  <message>
   <source>上次关闭时有 %1 张已签名的报表还没有拿到回执，正在接着发送，不用重报。</source>
   <translation>When last closed, %1 signed reports had no receipt; they are being sent on, no need to file again.</translation>
  </message>
  <message>
   <source>上次没有发完的 %1 张报表已全部送达，回执已收到并验证。</source>
   <translation>All %1 reports left over from last time were delivered; receipts are here and verified.</translation>
  </message>
  <message>
   <source>看回执</source>
   <translation>See receipts</translation>
  </message>
  <message>
   <source>%1 张被平台拒收，请到“报送记录”看原因，改好再报</source>
   <translation>the province refused %1 (see why under "Filings", correct and file again)</translation>
  </message>
  <message>
   <source>%1 张还没有回执，联网后自动接着发送</source>
   <translation>%1 have no receipt yet and are sent on by themselves once online</translation>
  </message>
  <message>
   <source>上次没有发完的 %1 张报表里：%2。</source>
   <translation>Of the %1 reports left over from last time: %2.</translation>
  </message>
  <message>
   <source>；</source>
   <translation>; </translation>
  </message>
  <message>
   <source>立即重试</source>
   <translation>Try now</translation>
  </message>
  <message>
   <source>看原因</source>
   <translation>See why</translation>
  </message>
  <message>
   <source>已退回，待更正</source>
   <translation>Returned, to be corrected</translation>
  </message>
  <message>
   <source>改好数字，或在核实项下写明原因，就到“可报送”里；没有改动的不会再报</source>
   <translation>Correct it, or explain its warnings, and it moves to what can be filed; unchanged it is not filed again</translation>
  </message>
  <message>
   <source>核对无误，原样再报</source>
   <translation>Checked and right: file as it was</translation>
  </message>
  <message>
   <source>与主管部门核对过、确实没有错时用；放到“可报送”里，和其他报表一起报</source>
   <translation>After checking with the authority that nothing is wrong; it goes to what can be filed, with the others</translation>
  </message>
  <message>
   <source>关闭行详情</source>
   <translation>Close row details</translation>
  </message>
  <message>
   <source>关闭（Alt+Enter）</source>
   <translation>Close (Alt+Enter)</translation>
  </message>
  <message>
   <source>新制度包的变化</source>
   <translation>What the new scheme pack changes</translation>
  </message>
  <message>
   <source>与现在用的制度相比有 %1 处变化。已报送的报表不受影响。</source>
   <translation>Changes against the scheme in force: %1. What was filed is not affected.</translation>
  </message>
  <message>
   <source>与现在用的制度没有差别。</source>
   <translation>It does not differ from the scheme in force.</translation>
  </message>
  <message>
   <source>所在</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>变化</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>变化列表</source>
   <translation>List of changes</translation>
  </message>
  <message>
   <source>安装</source>
   <translation>Install</translation>
  </message>
  <message>
   <source>省平台有新的制度包 %1。</source>
   <translation>The province has a new scheme pack %1.</translation>
  </message>
  <message>
   <source>查看变化</source>
   <translation>See the changes</translation>
  </message>
  <message>
   <source>以后</source>
   <translation>Later</translation>
  </message>
  <message>
   <source>%1 有了新版，%2 的草稿仍按旧版填写。</source>
   <translation>There is a new edition of %1; the draft of %2 is still under the old one.</translation>
  </message>
  <message>
   <source>查看并转到新版</source>
   <translation>Look and move</translation>
  </message>
  <message>
   <source>正在取制度包…</source>
   <translation>Fetching the scheme pack…</translation>
  </message>
  <message>
   <source>正在核对并试算制度包…</source>
   <translation>Verifying and trying the scheme pack…</translation>
  </message>
  <message>
   <source>制度包 %1 已安装并启用。</source>
   <translation>Scheme pack %1 is installed and in force.</translation>
  </message>
  <message>
   <source>要导入的工作表</source>
   <translation>Sheet to import</translation>
  </message>
  <message numerus="yes">
   <source>文件里有 %n 处要留意</source>
   <translation>
    <numerusform>%n thing to note in the file</numerusform>
    <numerusform>%n things to note in the file</numerusform>
   </translation>
  </message>
  <message>
   <source>填报中</source>
   <translation>Filling</translation>
  </message>
  <message>
   <source>待报送</source>
   <translation>Ready to file</translation>
  </message>
  <message>
   <source>待发送</source>
   <translation>To be sent</translation>
  </message>
  <message>
   <source>报送中</source>
   <translation>Sending</translation>
  </message>
  <message>
   <source>已交盘</source>
   <translation>Handed over</translation>
  </message>
  <message>
   <source>代报点已收</source>
   <translation>Received by agent</translation>
  </message>
  <message>
   <source>待反馈</source>
   <translation>Awaiting</translation>
  </message>
  <message>
   <source>已归档</source>
   <translation>Archived</translation>
  </message>
  <message>
   <source>有冲突</source>
   <translation>Conflict</translation>
  </message>
  <message>
   <source>已更正</source>
   <translation>Corrected</translation>
  </message>
  <message>
   <source>已撤回</source>
   <translation>Withdrawn</translation>
  </message>
  <message>
   <source>已取消</source>
   <translation>Cancelled</translation>
  </message>
  <message>
   <source>县级主管部门</source>
   <translation>County authority</translation>
  </message>
  <message>
   <source>州市主管部门</source>
   <translation>City authority</translation>
  </message>
  <message>
   <source>开发区主管部门</source>
   <translation>Development zone authority</translation>
  </message>
  <message>
   <source>省级主管部门</source>
   <translation>Provincial authority</translation>
  </message>
  <message>
   <source>导出 Excel</source>
   <translation>Export Excel</translation>
  </message>
  <message>
   <source>期间</source>
   <translation>Span</translation>
  </message>
  <message>
   <source>占比和排名的口径</source>
   <translation>Basis of shares and ranks</translation>
  </message>
  <message>
   <source>离岸占比、国别、业务、发包方按哪个金额统计</source>
   <translation>Which amount offshore share, countries, businesses and clients are counted by</translation>
  </message>
  <message>
   <source>1月至%1月</source>
   <translation>to month %1</translation>
  </message>
  <message>
   <source>1月</source>
   <translation>January</translation>
  </message>
  <message>
   <source>全年</source>
   <translation>Whole year</translation>
  </message>
  <message>
   <source>复制图片</source>
   <translation>Copy picture</translation>
  </message>
  <message>
   <source>复制图片：%1</source>
   <translation>Copy picture: %1</translation>
  </message>
  <message>
   <source>点一下图，可用方向键逐项看；双击或按 Enter 打开对应的行。</source>
   <translation>Click the chart and step through with the arrow keys; double-click or Enter opens the rows.</translation>
  </message>
  <message>
   <source>图片已复制，可以粘贴到 Word、Excel 或聊天窗口</source>
   <translation>Picture copied; paste it into Word, Excel or a chat</translation>
  </message>
  <message>
   <source>表格已复制，可以粘贴到 Excel</source>
   <translation>Table copied; paste it into Excel</translation>
  </message>
  <message>
   <source>查看未计入的行</source>
   <translation>See rows left out</translation>
  </message>
  <message>
   <source>对照公开的支持条件，看本企业达到了哪些、还差多少</source>
   <translation>Published conditions of support: which ones the firm meets, and what it is short of</translation>
  </message>
  <message>
   <source>正在统计…</source>
   <translation>Adding up…</translation>
  </message>
  <message>
   <source>还没有可以统计的数据。先导入或填写合同台账和执行台账，图表会自动画出来。</source>
   <translation>Nothing to add up yet. Import or fill in contracts and executions, and the charts draw themselves.</translation>
  </message>
  <message>
   <source>去合同台账</source>
   <translation>Go to contracts</translation>
  </message>
  <message>
   <source>去执行台账</source>
   <translation>Go to executions</translation>
  </message>
  <message>
   <source>统计分析 %1.xlsx</source>
   <translation>Statistics %1.xlsx</translation>
  </message>
  <message>
   <source>已导出 %1 张表：%2</source>
   <translation>Tables exported: %1 to %2</translation>
  </message>
  <message>
   <source>离线可填</source>
   <translation>Works offline</translation>
  </message>
  <message>
   <source>离线可填 · 已自动保存 %1</source>
   <translation>Works offline · saved %1</translation>
  </message>
  <message>
   <source>报表制度：%1</source>
   <translation>Reporting rules: %1</translation>
  </message>
  <message>
   <source>报表格式和审核规则按这一版，与省级平台用的是同一份；省里发布新版时会提示</source>
   <translation>Forms and checks follow this edition, the same as the province's; a new one is announced here</translation>
  </message>
  <message>
   <source>1 选文件</source>
   <translation>1 File</translation>
  </message>
  <message>
   <source>2 工作表和表头</source>
   <translation>2 Sheet and header</translation>
  </message>
  <message>
   <source>3 列对应</source>
   <translation>3 Columns</translation>
  </message>
  <message>
   <source>4 核对</source>
   <translation>4 Preview</translation>
  </message>
  <message>
   <source>5 结果</source>
   <translation>5 Result</translation>
  </message>
  <message>
   <source>一并补报 %1起没有报送、或报后又补登的 %2 张报表</source>
   <translation>Also file %2 earlier reports, unfiled or added to since, from %1 on</translation>
  </message>
  <message>
   <source>%1要先有这些报表，一并补报：%2</source>
   <translation>%1 needs these reports first; file along with it: %2</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表；主管部门退回了 %2 张，请到“报送记录”看意见，改好再报。</source>
   <translation>The province has received %1 reports; the authority returned %2. See its comments in “Filings”, mend them and file again.</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表，主管部门已全部受理。</source>
   <translation>The province has received %1 reports, and the authority has accepted all of them.</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表并发回回执，现在等待主管部门反馈。</source>
   <translation>The provincial platform received %1 reports and sent receipts; the authority's response is awaited.</translation>
  </message>
  <message>
   <source>%1 处错误</source>
   <translation>errors: %1</translation>
  </message>
  <message>
   <source>审核没有通过（%1 %2等 %3 张），没有冻结任何数据。请到“审核与报送”逐条处理后再报。</source>
   <translation>The check failed (%1 %2, %3 reports); nothing was frozen. Please deal with each under "Check and file" and file again.</translation>
  </message>
  <message>
   <source>审核完成，%1。按 F8 逐处查看。</source>
   <translation>Checked, %1. F8 goes through them.</translation>
  </message>
  <message>
   <source>审核完成，没有错误；%1。</source>
   <translation>Checked, no errors; %1.</translation>
  </message>
  <message>
   <source>审核通过，没有错误。</source>
   <translation>Checked: no errors.</translation>
  </message>
  <message>
   <source>账套以只读方式打开，不能报送。</source>
   <translation>The Book is open read-only; nothing can be filed.</translation>
  </message>
  <message>
   <source>还不能报送。%1。按 F8 逐处处理。</source>
   <translation>Cannot be filed yet: %1. F8 goes through them.</translation>
  </message>
  <message>
   <source>没有勾选要报送的报表：请在“可报送”里勾选。</source>
   <translation>No report is ticked: please tick one under "Ready to file".</translation>
  </message>
  <message>
   <source>%1退回后还没有改动，不会原样再报：请改好数字或写明原因，见“已退回，待更正”。</source>
   <translation>%1 came back and was not changed; it is not filed as it was. Correct or explain it, see “Returned, to be corrected”.</translation>
  </message>
  <message>
   <source>本期的报表都已签名，还没有送到平台：见“待发送”。</source>
   <translation>The reports of this period are signed but not at the platform yet: see “To be sent”.</translation>
  </message>
  <message>
   <source>本期没有要报送的报表，都已报送。进度和回执在“报送记录”。</source>
   <translation>All reports of this period are filed. Progress and receipts are under "Filings".</translation>
  </message>
  <message>
   <source>报送到省级平台</source>
   <translation>File with the provincial platform</translation>
  </message>
  <message>
   <source>报送进度</source>
   <translation>Filing progress</translation>
  </message>
  <message>
   <source>后台运行</source>
   <translation>Run in background</translation>
  </message>
  <message>
   <source>取消报送</source>
   <translation>Cancel filing</translation>
  </message>
  <message>
   <source>首次报送：请粘贴平台发放的报送码</source>
   <translation>First filing: please paste the filing code from the platform</translation>
  </message>
  <message>
   <source>开通并报送</source>
   <translation>Activate and file</translation>
  </message>
  <message>
   <source>（演示）%1</source>
   <translation>(demo) %1</translation>
  </message>
  <message>
   <source>可以放到后台运行，完成后会提示；断网也不会丢，联网后自动续传。</source>
   <translation>It may run in the background and tells you when done; nothing is lost without a network, sending goes on later.</translation>
  </message>
  <message>
   <source>正在停下：已签名的报表留在待发队列，不会丢失。</source>
   <translation>Stopping: signed reports stay in the queue and are not lost.</translation>
  </message>
  <message>
   <source>没有报送成功</source>
   <translation>Filing failed</translation>
  </message>
  <message>
   <source>已取消，没有报送任何报表。</source>
   <translation>Cancelled; nothing was filed.</translation>
  </message>
  <message>
   <source>还不能报送</source>
   <translation>Cannot be filed yet</translation>
  </message>
  <message>
   <source>%1 张，0 处错误</source>
   <translation>%1 reports, 0 errors</translation>
  </message>
  <message>
   <source>%1 行</source>
   <translation>rows: %1</translation>
  </message>
  <message>
   <source>待发 %1 份</source>
   <translation>waiting: %1</translation>
  </message>
  <message>
   <source>报表已签名并排队。取得报送码后到“审核与报送”开通，开通后自动发送，不用重报。</source>
   <translation>The reports are signed and queued. When you have your filing code, activate filing on “Check and file”; they are then sent by themselves and need not be filed again.</translation>
  </message>
  <message>
   <source>已签名，等待开通</source>
   <translation>Signed, waiting for activation</translation>
  </message>
  <message>
   <source>已签名，留在待发队列。</source>
   <translation>Signed and kept in the queue.</translation>
  </message>
  <message>
   <source>已取消发送</source>
   <translation>Sending cancelled</translation>
  </message>
  <message>
   <source>平台没有接收</source>
   <translation>Not received by the platform</translation>
  </message>
  <message>
   <source>暂时没有送达</source>
   <translation>Not delivered yet</translation>
  </message>
  <message>
   <source>报表已签名并排队，联网后自动发送，不用重报。</source>
   <translation>The reports are signed and queued; they are sent when there is a network. No need to file again.</translation>
  </message>
  <message>
   <source>收到回执 %1 份，还有 %2 份没有收到，见所列。</source>
   <translation>%1 receipts have come; %2 are missing, see the list.</translation>
  </message>
  <message>
   <source>没有全部送达</source>
   <translation>Not all has arrived</translation>
  </message>
  <message>
   <source>已发送 %1 份</source>
   <translation>sent: %1</translation>
  </message>
  <message>
   <source>收到回执 %1 份，签名已验证</source>
   <translation>receipts: %1, signatures verified</translation>
  </message>
  <message>
   <source>没有需要报送的报表；已与省级平台同步。</source>
   <translation>Nothing to file; exchanged with the provincial platform.</translation>
  </message>
  <message>
   <source>报送完成</source>
   <translation>Filed</translation>
  </message>
  <message>
   <source>审核与报送　%1</source>
   <translation>Check and file   %1</translation>
  </message>
  <message>
   <source>%1，%2 审核</source>
   <translation>%1, checked %2</translation>
  </message>
  <message>
   <source>✓ 审核通过，0 个问题，%1</source>
   <translation>✓ Checked: 0 problems, %1</translation>
  </message>
  <message>
   <source>%1，以及以前未报的报表</source>
   <translation>%1, and earlier reports not filed</translation>
  </message>
  <message>
   <source>本期已全部报送</source>
   <translation>All filed this period</translation>
  </message>
  <message numerus="yes">
   <source>%n 处错误</source>
   <translation>
    <numerusform>%n error</numerusform>
    <numerusform>%n errors</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n 处核实项待说明</source>
   <translation>
    <numerusform>%n warning to explain</numerusform>
    <numerusform>%n warnings to explain</numerusform>
   </translation>
  </message>
  <message>
   <source>本期没有记录，不用报送</source>
   <translation>No entries this period, nothing to file</translation>
  </message>
  <message>
   <source>没有发现错误</source>
   <translation>No errors found</translation>
  </message>
  <message>
   <source>%1%2</source>
   <translation>%1 %2</translation>
  </message>
  <message>
   <source>无需报送</source>
   <translation>Nothing to file</translation>
  </message>
  <message>
   <source>填报</source>
   <translation>Fill in</translation>
  </message>
  <message>
   <source>修改</source>
   <translation>Correct</translation>
  </message>
  <message>
   <source>%1 平台已收</source>
   <translation>received %1</translation>
  </message>
  <message>
   <source>%1；已报后有改动</source>
   <translation>%1; changed since</translation>
  </message>
  <message>
   <source>%1，第%2版</source>
   <translation>%1, revision %2</translation>
  </message>
  <message>
   <source>已签名，等待发送到省级平台</source>
   <translation>Signed, waiting to be sent</translation>
  </message>
  <message>
   <source>已签名，开通报送后自动发送</source>
   <translation>Signed; sent by itself once filing is activated</translation>
  </message>
  <message>
   <source>正在发送到省级平台</source>
   <translation>Being sent</translation>
  </message>
  <message>
   <source>台账改好后自动算出</source>
   <translation>worked out once the ledger is mended</translation>
  </message>
  <message>
   <source>上次审核有%1，改后未重审</source>
   <translation>Last check: %1; changed since</translation>
  </message>
  <message>
   <source>审核通过，%1</source>
   <translation>Checked, %1</translation>
  </message>
  <message>
   <source>主管部门已退回</source>
   <translation>returned by the authority</translation>
  </message>
  <message>
   <source>主管部门退回：%1</source>
   <translation>Returned by the authority: %1</translation>
  </message>
  <message>
   <source>平台未接收，请查看原因</source>
   <translation>Not received by the platform; see why</translation>
  </message>
  <message>
   <source>平台拒收：%1</source>
   <translation>Refused by the platform: %1</translation>
  </message>
  <message>
   <source>没有退回</source>
   <translation>None returned</translation>
  </message>
  <message>
   <source>没有待反馈</source>
   <translation>None awaiting</translation>
  </message>
  <message>
   <source>已签名待发送：%1</source>
   <translation>Signed, to be sent: %1</translation>
  </message>
  <message>
   <source>与省级平台同步</source>
   <translation>Exchange with the provincial platform</translation>
  </message>
  <message>
   <source>全部企业…</source>
   <translation>All firms…</translation>
  </message>
  <message>
   <source>添加企业…</source>
   <translation>Add a firm…</translation>
  </message>
  <message>
   <source>从备份恢复…</source>
   <translation>Restore from backup…</translation>
  </message>
  <message>
   <source>统一社会信用代码 %1</source>
   <translation>Unified social credit code %1</translation>
  </message>
  <message>
   <source>%1 条新消息</source>
   <translation>new messages: %1</translation>
  </message>
  <message>
   <source>币种未识别 %1 笔，未计入合计</source>
   <translation>%1 amounts in an unreadable currency, not totalled</translation>
  </message>
  <message>
   <source>平均 %1（%2 个）</source>
   <translation>average %1 (%2)</translation>
  </message>
  <message>
   <source>万</source>
   <translation>10k</translation>
  </message>
  <message>
   <source>原文</source>
   <translation>As typed</translation>
  </message>
  <message>
   <source>执行额趋势，万美元</source>
   <translation>Executed value, 10,000 USD</translation>
  </message>
  <message>
   <source>填写或导入执行台账后，这里显示各月执行额</source>
   <translation>Fill in or import executions to see them here by month</translation>
  </message>
  <message>
   <source>%1　离岸 %2　在岸 %3（万美元）</source>
   <translation>%1   offshore %2   onshore %3 (10,000 USD)</translation>
  </message>
  <message>
   <source>操作步骤</source>
   <translation>Steps</translation>
  </message>
  <message>
   <source>操作步骤：一次撤销或重做几步</source>
   <translation>Steps: undo or redo several at once</translation>
  </message>
  <message>
   <source>重做：%1</source>
   <translation>Redo: %1</translation>
  </message>
  <message>
   <source>撤销：%1</source>
   <translation>Undo: %1</translation>
  </message>
  <message>
   <source>美元</source>
   <translation>USD</translation>
  </message>
  <message>
   <source>份</source>
   <translation>contracts</translation>
  </message>
  <message>
   <source>个</source>
   <translation>count</translation>
  </message>
  <message>
   <source>人</source>
   <translation>people</translation>
  </message>
  <message>
   <source>已签名，还没有送到省级平台；联网后自动发送，不用重报</source>
   <translation>Signed, not yet at the provincial platform; sent by itself when online, no need to file again</translation>
  </message>
  <message>
   <source>已签名，还没有送到省级平台；开通报送后自动发送，不用重报</source>
   <translation>Signed, not yet at the provincial platform; sent by itself once filing is activated, no need to file again</translation>
  </message>
  <message>
   <source>立即发送</source>
   <translation>Send now</translation>
  </message>
  <message>
   <source>上次未写入的内容：%1 “%2”。</source>
   <translation>Not written last time: %1 “%2”.</translation>
  </message>
  <message>
   <source>填回去</source>
   <translation>Put it back</translation>
  </message>
  <message>
   <source>不要了</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>填回上次未写入的内容</source>
   <translation>Put back what was not written</translation>
  </message>
  <message>
   <source>已切换到%1</source>
   <translation>Switched to %1</translation>
  </message>
  <message>
   <source>返回%1</source>
   <translation>Back to %1</translation>
  </message>
  <message>
   <source>尚未开通报送：首次报送时输入报送码即可，现在可以照常填报和审核。</source>
   <translation>Filing is not activated yet: enter the filing code at the first filing; filling and checking work as usual.</translation>
  </message>
  <message>
   <source>新签合同额</source>
   <translation>New contract value</translation>
  </message>
  <message>
   <source>服务外包收入</source>
   <translation>Outsourcing revenue</translation>
  </message>
  <message>
   <source>企业营业收入</source>
   <translation>Firm's revenue</translation>
  </message>
  <message>
   <source>万元人民币</source>
   <translation>10,000 CNY</translation>
  </message>
  <message>
   <source>报送后有改动</source>
   <translation>changed after filing</translation>
  </message>
  <message>
   <source>%1没有%2数据，可在上面换一个年度或期间。</source>
   <translation>%1 has no data on %2; choose another year or span above.</translation>
  </message>
  <message>
   <source>导入进度</source>
   <translation>Import progress</translation>
  </message>
  <message>
   <source>带入进度</source>
   <translation>Progress</translation>
  </message>
  <message>
   <source>全年报送情况</source>
   <translation>Filings of the year</translation>
  </message>
  <message>
   <source>第 %1 页，共 %2 页</source>
   <translation>page %1 of %2</translation>
  </message>
  <message>
   <source>“备份”文件夹里没有这家企业的好备份；可以从别处的备份“移入”。</source>
   <translation>The backup folder has no good backup of this firm; a backup from elsewhere can be moved in.</translation>
  </message>
  <message>
   <source>最近的好备份：%1。恢复后坏的文件改名留在原处，不会删除。</source>
   <translation>Newest good backup: %1. The damaged file is renamed and stays, it is not deleted.</translation>
  </message>
  <message>
   <source>已导入 %1。下一步：处理红色的错误，填好企业信息和月报。</source>
   <translation>Imported %1. Next: correct the red errors, fill in firm profile and monthly report.</translation>
  </message>
  <message>
   <source>选择企业名单</source>
   <translation>Choose the list of firms</translation>
  </message>
  <message>
   <source>保存企业名单模板</source>
   <translation>Save the firm list template</translation>
  </message>
  <message>
   <source>企业名单.xlsx</source>
   <translation>Firms.xlsx</translation>
  </message>
  <message>
   <source>全部企业%1.xlsx</source>
   <translation>All firms %1.xlsx</translation>
  </message>
  <message>
   <source>导出当前列表</source>
   <translation>Export this list</translation>
  </message>
  <message>
   <source>已移入并校验：%1。
设备密钥留在原来的电脑上：首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>Moved in and verified: %1.
The device key stays on the other PC: before the first filing here, enter a new filing code.</translation>
  </message>
  <message>
   <source>移入</source>
   <translation>Move in</translation>
  </message>
  <message>
   <source>打开并升级</source>
   <translation>Open and upgrade</translation>
  </message>
 </context>
</TS>
