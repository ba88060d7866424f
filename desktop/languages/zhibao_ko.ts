<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="zh_CN">
 <context>
  <name>zhibao</name>
  <message>
   <source>bugs</source>
   <comment>外包直报</comment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bugs</source>
   <comment>这一步没有做成，程序遇到了一个错误。</comment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bugs</source>
   <comment>已填的数据都已保存，可以继续使用。如果再次出现，请把下面的详细信息发给技术支持。</comment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 格未能识别，已按原文保留并标记</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 格不能修改，未写入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>剪切</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>清除</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>粘贴 %1 行 %2 列</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>向下填充</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填充</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>一次最多修改 %1 格，请分几次操作或用导入。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可以重做的操作</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可以撤销的操作</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已重做：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已撤销：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加一家企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>建立账套</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>不填则从当年1月起，如 2026-03</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统一社会信用代码</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>企业名称</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>属地</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>起报月份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1，必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>账套建在 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>取消</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>✓ 校验位正确</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报告期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>显示的列</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>获取反馈</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更多</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>名称、信用代码、拼音首字母</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查找企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期各张报表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全年：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期已报 %1 / %2 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source> %1 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加一家企业…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从 Excel 批量添加…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下载企业名单模板…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移入：另一台电脑带来的账套…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移出：把选中的一家搬到另一台电脑…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出当前列表到 Excel…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>换账套文件夹…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>重新读取</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择放账套的文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>请先选中要移出的一家企业（点那一行），再选“移出”。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>其他各期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全选或全不选</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1（演示）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在读取…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选中%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在另一个窗口中使用，只能查看状态</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>双击看有什么办法。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>换文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从 Excel 批量添加</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择账套文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，正在读取…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1　共 %2 家，列出 %3 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有符合“%1”的企业。换一个筛选或搜索词，就能看到其余企业。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>这个文件夹里还没有账套：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>立即备份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>恢复演练</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份时间</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>大小</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>校验</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>文件</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>恢复成新账套</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>重新核对</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份与恢复</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>程序退出前自动备份有改动的账套；保留最近10份和每月一份，每份写完都逐页校验。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>换一台电脑</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1. 在这台电脑点“导出账套”，选 U 盘或文件夹：写出一份校验过的账套，数据、回执、历史都在里面。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>2. 在那台电脑点“从文件移入”，选这份账套，即可接着填报。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>3. 设备密钥留在这台电脑，不随账套走：到那边首次报送时，向平台要一个新的报送码重新绑定。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移走以后只在一台电脑上填报，以免两边各改各的。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出账套…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从文件移入…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>写后已校验</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未核对</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份文件夹：%1（可在“设置”里更改）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有做过恢复演练。演练把最近的备份恢复到临时位置并与账套比对，不动现有数据。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次演练没有成功 %1：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与账套逐行一致。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与备份时一致；备份以后账套又有改动。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>空账套</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在备份并校验…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已备份并校验：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在把最近的备份恢复到临时位置并比对…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>演练没有成功，请看下面的原因。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>演练完成，备份可用。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在逐页核对…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>核对完好：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已恢复成新账套：%1。原来的账套没有变化。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在写出并校验…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已写出并校验：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已移入：%1。首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在恢复并校验…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>现在打开</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>以后再说</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出到哪个文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择移入的账套</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>这个账套由更新版本的程序建立，本程序只能查看、导出和打印；更新程序后再修改。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>账套以只读方式打开，可以查看、导出和打印，不能修改。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>重新打开以便修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>磁盘只剩 %1 MB，再填可能存不下。请先清理磁盘；已填的都已保存。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>磁盘只剩 %1 MB，请尽快清理，以免填报和备份存不下。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次没有正常退出。账套已核对完好，那次打开以后没有新的录入。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次异常退出，已恢复到 %1 的最后一次录入：%2。账套已核对完好，可以接着填。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>其他国家（地区）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1按发包方国别（地区）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>国别（地区）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>其他</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1按发包方（前十家）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>发包方</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有登记类别</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未填小类</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1按业务类别</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>业务类别</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>合计</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>按%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>占比</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>笔数</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，占 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，%1 笔</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已过期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1天内到期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>以后到期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未填有效期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已换新证</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已失效</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>资质认证</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>资质认证有效期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>项</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>认证名称</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>有效期至</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还有天数</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>情况</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>证书编号</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有登记资质认证。到“资质认证”登记后，这里按有效期提醒。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 项</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1：%2 项</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本年</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未报送或有改动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上年同期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1按月</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>月份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>同比</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>状态</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，上年同期 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，同比 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离岸</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>在岸</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未注明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离岸占比</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离岸占比（%1）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>在岸和未注明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>不计算</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1：离岸 %2，在岸 %3，离岸占比 %4</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1月</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从上期带入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>零申报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期没有新签合同，也没有执行额：选“零申报”并说明原因</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位：万元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位：元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>金额单位</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印预览、存为 PDF（Ctrl+P）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核  F9</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>显示或隐藏填报说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>定位批注</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>有错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报告期 %1 · 表号 %2 · 截止 %3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管部门退回（%1 %2）：%3 共 %4 处批注。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>把光标放到某一项，这里说明它的含义、口径和取数来源。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>口径</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>取数</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>示例</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>常见错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>明细</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查看%1明细</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>批注</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>由台账自动汇总，双击查看明细</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已从上期带入 %1 项，请逐项核对。按 Ctrl+Z 撤销</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上期没有可以带入的内容</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>取消零申报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填写“%1”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已自动保存 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已输入 %1 位，共 18 位</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>校验通过</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>如 2026-09-30、9-30、0930</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>修改后才能报送；点位置直达单元格，F8 逐处跳转</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1　%2 处</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还有 %1 处，到%2逐处修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>核实无误的写明原因（不少于10个字）后可报送；有误的请修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>都已说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>提示待说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>提示已说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>同类还有 %1 处，一条说明适用于全部。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填写说明：为什么属实（不少于10个字），随报表上报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 的填报说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>沿用上期说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上期说明：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>撤回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更正</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送内容（只读）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>回执</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送内容</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>批注 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有主管部门的意见；点“获取反馈”查看进度。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>定位到 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更正申报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更正原因（随更正申报上报）：</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>开始更正</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首次报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>退回后重报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>第%1版</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>补报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>申报编号</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>版次</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>签名时间</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>内容摘要</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>省级平台还没有发回回执</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台回执</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>✗ 未通过验证，请联系主管部门</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>✓ 已验证：平台签名有效，摘要与所报内容一致</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台收到</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台签名</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>省级平台</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>拒收</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>退回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>受理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>第%1行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>（该行已删除）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>行次</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>指标</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>数值</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>输入营业执照上的18位统一社会信用代码，逐位核对。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>开始填报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>进入演示</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择文件…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>开始使用</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>三种方式任选一种；不用登录，不联网也能先填。以后可在“企业信息”里更改。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>18位，见营业执照</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统一社会信用代码，必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>与营业执照一致</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>企业名称，必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加我的企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首次报送时才需要报送码</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>先看演示企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>一家延吉的对韩、对日外包企业：约60份合同、300笔执行，带十来处常见错误。可以随便改、随便报，报送到本机的演示平台，不会发给主管部门。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从 Excel、备份恢复</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开另一台电脑上的备份（.zhibao），或用手头的 Excel 合同台账（.xlsx）开始：原有内容一行不丢。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填数或导入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>按 F9 审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送，等回执</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>约 2 分钟走完一遍</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已识别属地：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>请选择属地</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>校验位正确 · </source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已输入%1位，还差%2位。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在准备演示企业…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择备份或 Excel 文件</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份或 Excel (*.zhibao *.xlsx);;备份 (*.zhibao);;Excel (*.xlsx)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已选 %1：先填左边的企业信息，开始填报后自动导入。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入 Excel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增一行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>清除筛选</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有符合条件的行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1还没有内容</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>共 %1 行，都被筛选条件隐藏了。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>把您现有的 Excel 台账导入进来，或逐行填写。列名不必和模板一样。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填今天</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报 → 审核 → 报送 → 获取反馈</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报：在台账里录入，或用“导入 Excel”；每格改动都自动保存，Ctrl+Z 可撤销，关机重启也在。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核：按 F9。错误必须修改；提示核实后写明原因即可报送。按 F8 逐处跳到有问题的单元格。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送：Ctrl+Shift+Enter。报表签名后进入待发队列，没有网络时先排队，联网后自动发送。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>获取反馈：平台收到后发回带签名的回执；主管部门退回时，批注会标在对应的单元格上。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>状态是什么意思</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报中</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有审核，或审核后又有改动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核发现错误，修改后才能报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>待报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，可以报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>待发送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已签名排队，等待联网发送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>待反馈</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台已收到并发回回执，等待主管部门意见</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已受理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管部门已接受，数据锁定；要改请“更正”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已退回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管部门退回，按批注修改后重报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台拒收</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台审核没有通过，按列出的问题修改后重报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>快捷键</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>切换页面</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下一个 / 上一个可填单元格（方向见“设置”）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>编辑 · 打开列表或日历</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>复制 / 粘贴 / 向下填充</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>重试</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首页</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>张报表未报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去填报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>处本期错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>张被退回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>看批注</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>张待反馈</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>距本期截止</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>天</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期完成进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>消息</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>执行额</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>万美元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>点月份可切换报告期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1年报送情况</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 24:00 止</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已过本期截止</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>今天</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>截止</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>天，报送将标为补报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已报送 %1 / %2 张</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>尚未审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执和批注会出现在这里。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>同步没有成功：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 起还有 %2 张以前的报表没有报送，可与本期一并补报。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入 Excel — %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择要导入的工作簿</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择工作簿</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Excel 工作簿 (*.xlsx *.xlsm)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在读取 %1 …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在导入 %1 …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入前请核对：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有要导入的内容，关闭</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已导入 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查看 %1 个问题（%2 个错误）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>完成</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有导入，账套没有改动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 / %2 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>把 Excel 文件拖到这里，或者</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下载模板</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>换一个文件</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未识别的列，不导入：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>金额核对（逐币种，不同币种不相加）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未导入的行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更新</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>无变化，跳过</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>拒绝</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>工作表“%1”，读取 %2 行；识别出 %3 列。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>栏目</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>币种</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>文件合计</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>账套合计</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>核对</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>一致</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>不一致</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 格未识别</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>文件行号</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>原因</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>指标名称</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>批量进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>每家企业的结果</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>暂停</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>收起</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>批量审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>批量报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>继续</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已完成：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已暂停，%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 / %2 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部可报送：%1 家、%2 张报表。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>另有 %1 家不在内，原因见上表。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可报送的企业，原因见上表。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送这 %1 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助与快捷键</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下一处问题</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上一处问题</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核本期全部报表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>切换企业</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上一报告期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下一报告期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>筛选</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印预览、存为 PDF</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>保存（每次改动都已自动保存）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>撤销</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>重做</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>每次改动都已自动保存，不必另存。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可以重做的操作。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可以撤销的操作。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，没有问题。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本页没有可打印的报表；请到要打印的报表或报送记录，再按 Ctrl+P。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在审核…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增一行（Insert）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>删除</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>删除所选行（Ctrl+-）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从 Excel 工作簿导入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出为 Excel 工作簿</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下载空白的 Excel 填报模板</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位：元（原币）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位：万（原币）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>只改变显示和输入的单位，保存的金额不变</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>到“审核与报送”（Ctrl+Shift+Enter）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>筛选：编号、名称、国别、金额…（Ctrl+F）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>有问题</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>未报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>恢复默认列</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1模板.xlsx</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>模板已保存：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出清单</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1审核结果.csv</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>位置</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单元格</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>代码</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有写成 %1：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>清单已保存：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已导出 %1 行：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>删除 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已删除 %1 行，按 Ctrl+Z 撤销</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选中 %1 格</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>共 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>筛选出 %1 行，共 %2 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1：可以建立 %2 家，拒收 %3 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>内容</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>结果</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>将建立账套</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>名单</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>拒收的行不影响其余企业；改好后可以用同一个文件再导入一次。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>建立 %1 家</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>关闭</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在建立 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已建立 %1 家企业的账套。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已建立 %1 家，%2 家没有建成</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>请查看批注</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1已退回：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1已受理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1平台拒收：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1已导入（%2）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>类别</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>时间</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去处理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执、受理和退回意见会出现在这里。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 条新消息，共 %2 条</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有新消息，共 %2 条</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移出</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移到哪个文件夹，必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择 U 盘或文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移出后本机不再列出（收到“%1”文件夹，不删除）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移出 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>写出一份校验过的账套，文件名是企业名称和信用代码；别的企业不受影响。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>在另一台电脑的“全部企业”里选“移入”即可接着填报，数据、回执、历史都在。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本机的设备密钥不随账套走：到那台电脑后，首次报送须向平台要一个新的报送码重新绑定。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移出后请只在一台电脑上填报这家企业，以免两边各改各的。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>这家企业正打开着，只写出副本；要从本机收起，请先打开另一家企业。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移到哪个文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>页面导航</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助  F1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>　含未报送数据</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>含未报送数据：%1。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1报送后又有改动，这里按现在的台账计算，与已报数不同。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>所列数据均已报送。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 行没有日期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 行没有美元金额</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1有%2，没有计入。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统计未计入的行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>收起这条提示</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核与报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送记录</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统计分析</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>企业信息</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>设置</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印预览</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1年%2月</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1年</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>、</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>外观</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>跟随系统</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>浅色</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>深色</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>小</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>标准</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>大</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>特大</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主题</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>界面字号</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>录入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>向右</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>向下</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>回车键移动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>只影响台账表格；Tab 始终向右，按住 Shift 反向。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>数据位置</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>账套、备份和日志都在本机这个文件夹里，不会自动上传：</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印预览：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印什么</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位：按表式</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部栏目</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>连同窗口里不显示的栏目一起打印</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>存为 PDF</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上一页（PgUp）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>下一页（PgDn）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>页码</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>适合宽度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>整页</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>显示比例</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在排版…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>／ 共 %1 页</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已存为 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在生成 PDF…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>这台电脑没有打印机；可以先“存为 PDF”，拿到别处打印。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印机没有接受这次打印，请检查打印机后重试。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在打印…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已送到打印机。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印已停止。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核结果</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管批注</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>尚未审核。按 F9 审核本表。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有主管部门的批注。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有需要修改或说明的地方。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>展开</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F8 下一处 · Shift+F8 上一处</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>问题清单</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source> 错误（须改）   </source>
   <translation type="unfinished" />
  </message>
  <message>
   <source> 提示（可说明后报送）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，0 个问题，%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>第 %1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>错误，须修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>提示，可说明后报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>信息</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报表表头</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>印在每张报表上，随报表上报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>单位负责人</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统计负责人</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填表人</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>联系电话</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次备份 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有备份；退出时也会自动备份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>可报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>待审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，勾选的将一并报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>截止 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查看</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>以前各月 %1 张</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>其中 %1 张还有错误或提示未说明：处理后一并报送，或取消上面的“一并补报”只报本期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>暂不能报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送时间</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>同步记录</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有报送过。审核通过后到“审核与报送”按一下“报送”，回执会保存在这里。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去审核与报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在获取…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部审核  F9</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送  Ctrl+Shift+Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期报表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>一并报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>操作</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送中</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已交盘</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>代报点已收</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已归档</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>有冲突</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已更正</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已撤回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已取消</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>县级主管部门</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>州市主管部门</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>省级主管部门</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出 Excel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>年度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>期间</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>占比和排名的口径</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离岸占比、国别、业务、发包方按哪个金额统计</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1月至%1月</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1月</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全年</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>复制图片</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>复制图片：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>点一下图，可用方向键逐项看；双击或按回车打开对应的行。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1（表）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>图片已复制，可以粘贴到 Word、Excel 或聊天窗口</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>表格已复制，可以粘贴到 Excel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>查看未计入的行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在统计…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有可以统计的数据。先导入或填写合同台账和执行台账，图表会自动画出来。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去合同台账</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>去执行台账</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>统计分析 %1.xlsx</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已导出 %1 张表：%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离线可填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>提示</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>离线可填 · 已自动保存 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送到省级平台</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送进度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>后台运行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>取消报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>绑定并报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>（演示）%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首次报送：请粘贴平台发放的报送码</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送码由主管部门发放，以 ZB1. 开头，只能使用一次；用它把这台电脑与省级平台绑定，之后不再需要。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送码，必填</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在与省级平台建立联系…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>可以放到后台运行，完成后会提示；断网也不会丢，联网后自动续传。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在停下：已签名的报表留在待发队列，不会丢失。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有报送成功</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已取消，没有报送任何报表。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 处错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 处提示待说明</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核没有通过（%1 %2等 %3 张），没有冻结任何数据。请到“审核与报送”逐条处理后再报。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还不能报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 张，0 处错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已签名，留在待发队列。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已取消发送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>待发 %1 份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台没有接收</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>暂时没有送达</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报表已签名并排队，联网后自动发送，不用重报。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已发送 %1 份</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>收到回执 %1 份，签名已验证</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>省级平台已收到 %1 张报表并发回回执，现在等待主管部门反馈。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有需要报送的报表；已与省级平台同步。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送完成</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核与报送　%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>一并补报 %1 起没有报送的 %2 张报表（标为补报）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 处错误须修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1，%2 审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 处提示待说明，%2 审核</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>✓ 审核通过，0 个问题，%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1，以及以前未报的报表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期没有错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有发现错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1；以前各期另有 %2 处</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期没有记录，不用报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>无需报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 平台已收</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1；已报后有改动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1，第%2版</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已签名，等待发送到省级平台</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在发送到省级平台</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%n 处错误</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次审核有%1，改后未重审</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管部门已退回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主管部门退回：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台未接收，请查看原因</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>平台拒收：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本期已全部报送</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有退回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有待反馈</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 等</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>外包直报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>与省级平台同步</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全部企业…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加企业…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从备份恢复…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 条新消息</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有新消息</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>万</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>执行额趋势，万美元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填写或导入执行台账后，这里显示各月执行额</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1　离岸 %2　在岸 %3（万美元）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>规则包 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>尚未绑定省级平台：首次报送时输入报送码即可，现在可以照常填报和审核。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核通过，没有错误。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核完成：%1 处错误须修改，按 F8 逐处查看。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>审核完成：没有错误，%1 处提示。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新签合同额</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>服务外包收入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>企业营业收入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>万元人民币</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送后有改动</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1没有%2数据，可在上面换一个年度或期间。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>逾期未报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全年报送情况</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 处须处理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>第 %1 页，共 %2 页</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“备份”文件夹里没有这家企业的好备份；可以从别处的备份“移入”。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>最近的好备份：%1。恢复后坏的文件改名留在原处，不会删除。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>用这个备份恢复</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择企业名单</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>保存企业名单模板</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导出当前列表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已保存：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已移入并校验：%1。
设备密钥留在原来的电脑上：首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>移入</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开并升级</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开所在文件夹</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
