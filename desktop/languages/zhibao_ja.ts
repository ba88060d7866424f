<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="zh_CN">
 <context>
  <name>zhibao</name>
  <message>
   <source>新增 %1 行</source>
   <translation>行の追加：%1</translation>
  </message>
  <message>
   <source>%1 格未能识别，已按原文保留并标记</source>
   <translation>読み取れず、入力のまま印を付けたセル：%1</translation>
  </message>
  <message>
   <source>%1 格不能修改，未写入</source>
   <translation>変更できず書き込まなかったセル：%1</translation>
  </message>
  <message>
   <source>剪切</source>
   <translation>切り取り</translation>
  </message>
  <message>
   <source>清除</source>
   <translation>クリア</translation>
  </message>
  <message>
   <source>粘贴 %1×%2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>向下填充</source>
   <translation>下へコピー</translation>
  </message>
  <message>
   <source>填充</source>
   <translation>埋める</translation>
  </message>
  <message>
   <source>一次最多修改 %1 格，请分几次操作或用导入。</source>
   <translation>一度に変更できるのは%1セルまでです。分けて行うか、取込を使ってください。</translation>
  </message>
  <message>
   <source>超出最后一列</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1”由系统生成，不能填写</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本行已受理，不能修改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有可以重做的操作</source>
   <translation>やり直す操作はありません</translation>
  </message>
  <message>
   <source>没有可以撤销的操作</source>
   <translation>元に戻す操作はありません</translation>
  </message>
  <message>
   <source>已重做：%1</source>
   <translation>やり直しました：%1</translation>
  </message>
  <message>
   <source>已撤销：%1</source>
   <translation>元に戻しました：%1</translation>
  </message>
  <message>
   <source>重试</source>
   <translation>再試行</translation>
  </message>
  <message>
   <source>只读打开</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>复制到本机并打开</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开所在文件夹</source>
   <translation>フォルダーを開く</translation>
  </message>
  <message>
   <source>转到那个窗口</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>用这个备份恢复</source>
   <translation>このバックアップで復元</translation>
  </message>
  <message>
   <source>只读打开，看能读出多少</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打开备份文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有找到完好的备份。请不要再往这个文件里填写，先把它和“备份”文件夹复制保存好。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>最近的好备份是 %1 的（%2）。恢复后，坏的文件改名留在原处，不会删除；备份以后的修改需要补上。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>外包直报</source>
   <translation>Zhibao 外包直报</translation>
  </message>
  <message>
   <source>关闭</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>没有找到那个窗口：可能是命令行、另一位用户或另一台电脑正在使用，请稍后重试。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已从备份恢复；坏的文件留作“%1”。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>添加一家企业</source>
   <translation>企業を追加</translation>
  </message>
  <message>
   <source>建立账套</source>
   <translation>帳簿を作成</translation>
  </message>
  <message>
   <source>不填则从当年1月起，如 2026-03</source>
   <translation>空欄なら今年1月から（例 2026-03）</translation>
  </message>
  <message>
   <source>统一社会信用代码</source>
   <translation>統一社会信用コード</translation>
  </message>
  <message>
   <source>企业名称</source>
   <translation>企業名</translation>
  </message>
  <message>
   <source>属地</source>
   <translation>所在地</translation>
  </message>
  <message>
   <source>起报月份</source>
   <translation>開始月</translation>
  </message>
  <message>
   <source>%1，必填</source>
   <translation>%1、必須</translation>
  </message>
  <message>
   <source>账套建在 %1</source>
   <translation>帳簿の作成先：%1</translation>
  </message>
  <message>
   <source>取消</source>
   <translation>キャンセル</translation>
  </message>
  <message>
   <source>✓ 校验位正确</source>
   <translation>✓ 検査数字は正しい</translation>
  </message>
  <message>
   <source>报告期</source>
   <translation>報告期間</translation>
  </message>
  <message>
   <source>显示的列</source>
   <translation>表示する列</translation>
  </message>
  <message>
   <source>审核</source>
   <translation>チェック</translation>
  </message>
  <message>
   <source>报送</source>
   <translation>提出</translation>
  </message>
  <message>
   <source>获取反馈</source>
   <translation>回答を取得</translation>
  </message>
  <message>
   <source>添加</source>
   <translation>追加</translation>
  </message>
  <message>
   <source>更多</source>
   <translation>その他</translation>
  </message>
  <message>
   <source>全部企业</source>
   <translation>全企業</translation>
  </message>
  <message>
   <source>名称、信用代码、拼音首字母</source>
   <translation>名称、信用コード、ピンイン頭文字</translation>
  </message>
  <message>
   <source>查找企业</source>
   <translation>企業を検索</translation>
  </message>
  <message>
   <source>本期各张报表</source>
   <translation>今期の各報告書</translation>
  </message>
  <message>
   <source>全年：%1</source>
   <translation>年間：%1</translation>
  </message>
  <message>
   <source>本期已报 %1 / %2 家</source>
   <translation>今期提出済み %1／%2社</translation>
  </message>
  <message>
   <source> %1 家</source>
   <translation> %1社</translation>
  </message>
  <message>
   <source>全部</source>
   <translation>すべて</translation>
  </message>
  <message>
   <source>审核%1</source>
   <translation>チェック%1</translation>
  </message>
  <message>
   <source>报送%1</source>
   <translation>提出%1</translation>
  </message>
  <message>
   <source>添加一家企业…</source>
   <translation>企業を追加…</translation>
  </message>
  <message>
   <source>从 Excel 批量添加…</source>
   <translation>Excelから一括追加…</translation>
  </message>
  <message>
   <source>下载企业名单模板…</source>
   <translation>企業一覧の雛形をダウンロード…</translation>
  </message>
  <message>
   <source>移入：另一台电脑带来的账套…</source>
   <translation>移入：別のPCの帳簿…</translation>
  </message>
  <message>
   <source>移出：把选中的一家搬到另一台电脑…</source>
   <translation>移出：選択した企業を別のPCへ…</translation>
  </message>
  <message>
   <source>导出当前列表到 Excel…</source>
   <translation>この一覧をExcelへ出力…</translation>
  </message>
  <message>
   <source>换账套文件夹…</source>
   <translation>帳簿フォルダーを変更…</translation>
  </message>
  <message>
   <source>重新读取</source>
   <translation>再読込</translation>
  </message>
  <message>
   <source>选择放账套的文件夹</source>
   <translation>帳簿フォルダーの選択</translation>
  </message>
  <message>
   <source>请先选中要移出的一家企业（点那一行），再选“移出”。</source>
   <translation>移出する企業の行を先に選び、それから「移出」を選んでください。</translation>
  </message>
  <message>
   <source>企业</source>
   <translation>企業</translation>
  </message>
  <message>
   <source>其他各期</source>
   <translation>その他の期間</translation>
  </message>
  <message>
   <source>全选或全不选</source>
   <translation>全選択・全解除</translation>
  </message>
  <message>
   <source>%1（演示）</source>
   <translation>%1（デモ）</translation>
  </message>
  <message>
   <source>正在读取…</source>
   <translation>読み込み中…</translation>
  </message>
  <message>
   <source>选中%1</source>
   <translation>%1を選択</translation>
  </message>
  <message>
   <source>正在另一个窗口中使用，只能查看状态</source>
   <translation>別のウィンドウで使用中のため、状態だけ見られます</translation>
  </message>
  <message>
   <source>双击看有什么办法。</source>
   <translation>ダブルクリックで対処方法を表示します。</translation>
  </message>
  <message>
   <source>换文件夹</source>
   <translation>フォルダー変更</translation>
  </message>
  <message>
   <source>从 Excel 批量添加</source>
   <translation>Excelから一括追加</translation>
  </message>
  <message>
   <source>选择账套文件夹</source>
   <translation>帳簿フォルダーの選択</translation>
  </message>
  <message>
   <source>，正在读取…</source>
   <translation>、読み込み中…</translation>
  </message>
  <message>
   <source>%1　共 %2 家，列出 %3 家</source>
   <translation>%1　全%2社、表示%3社</translation>
  </message>
  <message>
   <source>没有符合“%1”的企业。换一个筛选或搜索词，就能看到其余企业。</source>
   <translation>「%1」に合う企業はありません。絞り込みや検索語を変えると他の企業が表示されます。</translation>
  </message>
  <message>
   <source>这个文件夹里还没有账套：%1</source>
   <translation>このフォルダーにはまだ帳簿がありません：%1</translation>
  </message>
  <message>
   <source>立即备份</source>
   <translation>今すぐバックアップ</translation>
  </message>
  <message>
   <source>恢复演练</source>
   <translation>復元の予行</translation>
  </message>
  <message>
   <source>备份时间</source>
   <translation>バックアップ日時</translation>
  </message>
  <message>
   <source>大小</source>
   <translation>サイズ</translation>
  </message>
  <message>
   <source>校验</source>
   <translation>検証</translation>
  </message>
  <message>
   <source>文件</source>
   <translation>ファイル</translation>
  </message>
  <message>
   <source>备份</source>
   <translation>バックアップ</translation>
  </message>
  <message>
   <source>恢复成新账套</source>
   <translation>新しい帳簿として復元</translation>
  </message>
  <message>
   <source>重新核对</source>
   <translation>再検証</translation>
  </message>
  <message>
   <source>备份与恢复</source>
   <translation>バックアップと復元</translation>
  </message>
  <message>
   <source>打开文件夹</source>
   <translation>フォルダーを開く</translation>
  </message>
  <message>
   <source>程序退出前自动备份有改动的账套；保留最近10份和每月一份，每份写完都逐页校验。</source>
   <translation>変更のあった帳簿は終了時に自動でバックアップします。直近10件と毎月1件を残し、書込みごとに全ページを検証します。</translation>
  </message>
  <message>
   <source>换一台电脑</source>
   <translation>別のPCへ移す</translation>
  </message>
  <message>
   <source>1. 在这台电脑点“导出账套”，选 U 盘或文件夹：写出一份校验过的账套，数据、回执、历史都在里面。</source>
   <translation>1. このPCで「帳簿を書き出す」からUSBかフォルダーを選ぶと、データ・受領書・履歴を含む検証済みの帳簿ができます。</translation>
  </message>
  <message>
   <source>2. 在那台电脑点“从文件移入”，选这份账套，即可接着填报。</source>
   <translation>2. 移し先のPCで「ファイルから移入」でこの帳簿を選べば、続けて記入できます。</translation>
  </message>
  <message>
   <source>3. 设备密钥留在这台电脑，不随账套走：到那边首次报送时，向平台要一个新的报送码重新绑定。</source>
   <translation>3. 端末の鍵はこのPCに残ります。移し先での初回提出時に、新しい提出コードを受けて結び直してください。</translation>
  </message>
  <message>
   <source>移走以后只在一台电脑上填报，以免两边各改各的。</source>
   <translation>移した後は1台のPCだけで記入し、食い違いを防いでください。</translation>
  </message>
  <message>
   <source>导出账套…</source>
   <translation>帳簿を書き出す…</translation>
  </message>
  <message>
   <source>从文件移入…</source>
   <translation>ファイルから移入…</translation>
  </message>
  <message>
   <source>写后已校验</source>
   <translation>書込み後に検証済み</translation>
  </message>
  <message>
   <source>未核对</source>
   <translation>未検証</translation>
  </message>
  <message>
   <source>备份文件夹：%1（可在“设置”里更改）</source>
   <translation>バックアップ先：%1（「設定」で変更可）</translation>
  </message>
  <message>
   <source>还没有做过恢复演练。演练把最近的备份恢复到临时位置并与账套比对，不动现有数据。</source>
   <translation>復元の予行はまだありません。予行は最新のバックアップを一時的な場所に復元して帳簿と比べ、今のデータには触れません。</translation>
  </message>
  <message>
   <source>上次演练没有成功 %1：%2</source>
   <translation>前回の予行は失敗 %1：%2</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与账套逐行一致。</source>
   <translation>前回の復元予行は成功 %1：%2、帳簿と全行一致。</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与备份时一致；备份以后账套又有改动。</source>
   <translation>前回の復元予行は成功 %1：%2、バックアップ時と一致。その後帳簿に変更あり。</translation>
  </message>
  <message>
   <source>空账套</source>
   <translation>空の帳簿</translation>
  </message>
  <message>
   <source>正在备份并校验…</source>
   <translation>バックアップと検証中…</translation>
  </message>
  <message>
   <source>已备份并校验：%1</source>
   <translation>バックアップ・検証済み：%1</translation>
  </message>
  <message>
   <source>正在把最近的备份恢复到临时位置并比对…</source>
   <translation>最新のバックアップを一時的な場所に復元して照合中…</translation>
  </message>
  <message>
   <source>演练没有成功，请看下面的原因。</source>
   <translation>予行は失敗しました。下の理由を見てください。</translation>
  </message>
  <message>
   <source>演练完成，备份可用。</source>
   <translation>予行完了。バックアップは使えます。</translation>
  </message>
  <message>
   <source>正在逐页核对…</source>
   <translation>全ページを検証中…</translation>
  </message>
  <message>
   <source>核对完好：%1</source>
   <translation>検証済み：%1</translation>
  </message>
  <message>
   <source>已恢复成新账套：%1。原来的账套没有变化。</source>
   <translation>新しい帳簿として復元：%1。元の帳簿は変わりません。</translation>
  </message>
  <message>
   <source>正在写出并校验…</source>
   <translation>書込みと検証中…</translation>
  </message>
  <message>
   <source>已写出并校验：%1</source>
   <translation>書込み・検証済み：%1</translation>
  </message>
  <message>
   <source>已移入：%1。首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>移入しました：%1。このPCでの初回提出時に、新しい提出コードを入力してください。</translation>
  </message>
  <message>
   <source>正在恢复并校验…</source>
   <translation>復元と検証中…</translation>
  </message>
  <message>
   <source>现在打开</source>
   <translation>今すぐ開く</translation>
  </message>
  <message>
   <source>以后再说</source>
   <translation>後で</translation>
  </message>
  <message>
   <source>导出到哪个文件夹</source>
   <translation>書き出し先フォルダー</translation>
  </message>
  <message>
   <source>选择移入的账套</source>
   <translation>移入する帳簿の選択</translation>
  </message>
  <message>
   <source>这个账套由更新版本的程序建立，本程序只能查看、导出和打印；更新程序后再修改。</source>
   <translation>この帳簿は新しい版で作られており、閲覧・出力・印刷だけできます。変更するにはプログラムを更新してください。</translation>
  </message>
  <message>
   <source>账套以只读方式打开，可以查看、导出和打印，不能修改。</source>
   <translation>帳簿は読み取り専用です。閲覧・出力・印刷はできますが、変更はできません。</translation>
  </message>
  <message>
   <source>重新打开以便修改</source>
   <translation>開き直して変更</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，再填可能存不下。请先清理磁盘；已填的都已保存。</source>
   <translation>ディスクの残りは%1 MBで、これ以上保存できないおそれがあります。空きを作ってください。入力分はすべて保存済みです。</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，请尽快清理，以免填报和备份存不下。</source>
   <translation>ディスクの残りは%1 MBです。記入とバックアップのため早めに空きを作ってください。</translation>
  </message>
  <message>
   <source>上次没有正常退出。账套已核对完好，那次打开以后没有新的录入。</source>
   <translation>前回は正常に終了しませんでした。帳簿は検証済みで、開いた後の入力はありません。</translation>
  </message>
  <message>
   <source>上次异常退出，已恢复到 %1 的最后一次录入：%2。账套已核对完好，可以接着填。</source>
   <translation>前回は異常終了しました。%1の最後の入力まで復元しました：%2。帳簿は検証済みで、続けて記入できます。</translation>
  </message>
  <message>
   <source>这一步没有做成，程序遇到了一个错误。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已填的数据都已保存，可以继续使用。如果再次出现，请把下面的详细信息发给技术支持。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>进度</source>
   <translation>進捗</translation>
  </message>
  <message>
   <source>其他国家（地区）</source>
   <translation>その他の国・地域</translation>
  </message>
  <message>
   <source>%1按发包方国别（地区）</source>
   <translation>委託元の国・地域別%1</translation>
  </message>
  <message>
   <source>国别（地区）</source>
   <translation>国・地域</translation>
  </message>
  <message>
   <source>其他</source>
   <translation>その他</translation>
  </message>
  <message>
   <source>%1按发包方（前十家）</source>
   <translation>委託元別%1（上位10社）</translation>
  </message>
  <message>
   <source>发包方</source>
   <translation>委託元</translation>
  </message>
  <message>
   <source>没有登记类别</source>
   <translation>類別の登録なし</translation>
  </message>
  <message>
   <source>未填小类</source>
   <translation>細分類なし</translation>
  </message>
  <message>
   <source>%1按业务类别</source>
   <translation>業務類別%1</translation>
  </message>
  <message>
   <source>业务类别</source>
   <translation>業務類別</translation>
  </message>
  <message>
   <source>合计</source>
   <translation>合計</translation>
  </message>
  <message>
   <source>按%1</source>
   <translation>%1別</translation>
  </message>
  <message>
   <source>占比</source>
   <translation>構成比</translation>
  </message>
  <message>
   <source>笔数</source>
   <translation>件数</translation>
  </message>
  <message>
   <source>，占 %1</source>
   <translation>、%1</translation>
  </message>
  <message>
   <source>，%1 笔</source>
   <translation>、%1件</translation>
  </message>
  <message>
   <source>已过期</source>
   <translation>期限切れ</translation>
  </message>
  <message>
   <source>%1天内到期</source>
   <translation>%1日以内に期限</translation>
  </message>
  <message>
   <source>以后到期</source>
   <translation>それ以降に期限</translation>
  </message>
  <message>
   <source>未填有效期</source>
   <translation>有効期限なし</translation>
  </message>
  <message>
   <source>已换新证</source>
   <translation>更新済み</translation>
  </message>
  <message>
   <source>已失效</source>
   <translation>失効</translation>
  </message>
  <message>
   <source>资质认证</source>
   <translation>資格認証</translation>
  </message>
  <message>
   <source>资质认证有效期</source>
   <translation>資格認証の有効期限</translation>
  </message>
  <message>
   <source>项</source>
   <translation>件</translation>
  </message>
  <message>
   <source>认证名称</source>
   <translation>認証名称</translation>
  </message>
  <message>
   <source>有效期至</source>
   <translation>有効期限</translation>
  </message>
  <message>
   <source>还有天数</source>
   <translation>残り日数</translation>
  </message>
  <message>
   <source>情况</source>
   <translation>状況</translation>
  </message>
  <message>
   <source>证书编号</source>
   <translation>証書番号</translation>
  </message>
  <message>
   <source>还没有登记资质认证。到“资质认证”登记后，这里按有效期提醒。</source>
   <translation>資格認証の登録がまだありません。「資格認証」に登録すると、ここで期限をお知らせします。</translation>
  </message>
  <message>
   <source>%1 项</source>
   <translation>%1件</translation>
  </message>
  <message>
   <source>%1：%2 项</source>
   <translation>%1：%2件</translation>
  </message>
  <message>
   <source>本年</source>
   <translation>本年</translation>
  </message>
  <message>
   <source>未报送或有改动</source>
   <translation>未提出または変更あり</translation>
  </message>
  <message>
   <source>上年同期</source>
   <translation>前年同期</translation>
  </message>
  <message>
   <source>%1按月</source>
   <translation>月別%1</translation>
  </message>
  <message>
   <source>月份</source>
   <translation>月</translation>
  </message>
  <message>
   <source>同比</source>
   <translation>前年比</translation>
  </message>
  <message>
   <source>状态</source>
   <translation>状態</translation>
  </message>
  <message>
   <source>，上年同期 %1</source>
   <translation>、前年同期 %1</translation>
  </message>
  <message>
   <source>，同比 %1</source>
   <translation>、前年比 %1</translation>
  </message>
  <message>
   <source>离岸</source>
   <translation>オフショア</translation>
  </message>
  <message>
   <source>在岸</source>
   <translation>オンショア</translation>
  </message>
  <message>
   <source>未注明</source>
   <translation>未記載</translation>
  </message>
  <message>
   <source>离岸占比</source>
   <translation>オフショア比率</translation>
  </message>
  <message>
   <source>离岸占比（%1）</source>
   <translation>オフショア比率（%1）</translation>
  </message>
  <message>
   <source>在岸和未注明</source>
   <translation>オンショアと未記載</translation>
  </message>
  <message>
   <source>不计算</source>
   <translation>計算しない</translation>
  </message>
  <message>
   <source>%1：离岸 %2，在岸 %3，离岸占比 %4</source>
   <translation>%1：オフショア %2、オンショア %3、オフショア比率 %4</translation>
  </message>
  <message>
   <source>%1月</source>
   <translation>%1月</translation>
  </message>
  <message>
   <source>计算器</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>算式</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>如 1200*3+56.7 或 12.5万</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填入  Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填入“%1”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>请输入算式</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>算不出</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从上期带入</source>
   <translation>前期から引用</translation>
  </message>
  <message>
   <source>零申报</source>
   <translation>ゼロ申告</translation>
  </message>
  <message>
   <source>本期没有新签合同，也没有执行额：选“零申报”并说明原因</source>
   <translation>今期に新規契約も履行額もない場合は「ゼロ申告」を選び、理由を記入</translation>
  </message>
  <message>
   <source>单位：万元</source>
   <translation>単位：万</translation>
  </message>
  <message>
   <source>单位：元</source>
   <translation>単位：1</translation>
  </message>
  <message>
   <source>金额单位</source>
   <translation>金額の単位</translation>
  </message>
  <message>
   <source>打印</source>
   <translation>印刷</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF（Ctrl+P）</source>
   <translation>印刷プレビュー、PDF保存（Ctrl+P）</translation>
  </message>
  <message>
   <source>审核  F9</source>
   <translation>チェック  F9</translation>
  </message>
  <message>
   <source>说明</source>
   <translation>説明</translation>
  </message>
  <message>
   <source>显示或隐藏填报说明</source>
   <translation>記入説明の表示・非表示</translation>
  </message>
  <message>
   <source>定位批注</source>
   <translation>コメントへ移動</translation>
  </message>
  <message>
   <source>有错误</source>
   <translation>エラーあり</translation>
  </message>
  <message>
   <source>报告期 %1 · 表号 %2 · 截止 %3</source>
   <translation>報告期間 %1・様式 %2・期限 %3</translation>
  </message>
  <message>
   <source>主管部门退回（%1 %2）：%3 共 %4 处批注。</source>
   <translation>主管部門の差戻し（%1 %2）：%3 コメント%4件。</translation>
  </message>
  <message>
   <source>填报说明</source>
   <translation>記入説明</translation>
  </message>
  <message>
   <source>把光标放到某一项，这里说明它的含义、口径和取数来源。</source>
   <translation>項目にカーソルを置くと、意味・範囲・出所をここに示します。</translation>
  </message>
  <message>
   <source>口径</source>
   <translation>範囲</translation>
  </message>
  <message>
   <source>取数</source>
   <translation>出所</translation>
  </message>
  <message>
   <source>示例</source>
   <translation>例</translation>
  </message>
  <message>
   <source>常见错误</source>
   <translation>よくある誤り</translation>
  </message>
  <message>
   <source>明细</source>
   <translation>明細</translation>
  </message>
  <message>
   <source>查看%1明细</source>
   <translation>%1の明細を見る</translation>
  </message>
  <message>
   <source>批注</source>
   <translation>コメント</translation>
  </message>
  <message>
   <source>“%1”由您填写%2；合同额、执行额等由台账自动合计，不用取数。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，取自%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>由台账自动汇总，双击查看明细</source>
   <translation>台帳から自動集計。ダブルクリックで明細</translation>
  </message>
  <message>
   <source>算不出：%1。点这里去改</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已从上期带入 %1 项，请逐项核对。按 Ctrl+Z 撤销</source>
   <translation>前期から%1項目を引用しました。1つずつ確認してください。Ctrl+Zで元に戻せます</translation>
  </message>
  <message>
   <source>上期没有可以带入的内容</source>
   <translation>前期に引用できる内容はありません</translation>
  </message>
  <message>
   <source>取消零申报</source>
   <translation>ゼロ申告を取消</translation>
  </message>
  <message>
   <source>填写“%1”</source>
   <translation>「%1」の記入</translation>
  </message>
  <message>
   <source>已自动保存 %1</source>
   <translation>自動保存済み %1</translation>
  </message>
  <message>
   <source>（空白）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>（未识别）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已输入 %1 位，共 18 位</source>
   <translation>18桁中%1桁</translation>
  </message>
  <message>
   <source>校验通过</source>
   <translation>検査数字は正しい</translation>
  </message>
  <message>
   <source>如 2026-09-30、9-30、0930</source>
   <translation>例 2026-09-30、9-30、0930</translation>
  </message>
  <message>
   <source>修改后才能报送；点位置直达单元格，F8 逐处跳转</source>
   <translation>修正するまで提出できません。位置を押すとセルへ、F8で順に移動します</translation>
  </message>
  <message>
   <source>%1　%2 处</source>
   <translation>%1　%2件</translation>
  </message>
  <message>
   <source>还有 %1 处，到%2逐处修改</source>
   <translation>あと%1件：%2で1件ずつ修正</translation>
  </message>
  <message>
   <source>同步中…</source>
   <translation>同期中…</translation>
  </message>
  <message>
   <source>正在与省级平台交换</source>
   <translation>省プラットフォームと交換中</translation>
  </message>
  <message>
   <source>尚未绑定省级平台：不影响填报和审核，首次报送时输入报送码即可</source>
   <translation>省プラットフォーム未接続：記入とチェックはできます。初回提出時に提出コードを入力します</translation>
  </message>
  <message>
   <source>未绑定</source>
   <translation>未接続</translation>
  </message>
  <message>
   <source>上次成功：%1</source>
   <translation>前回成功：%1</translation>
  </message>
  <message>
   <source>还没有成功过</source>
   <translation>成功したことなし</translation>
  </message>
  <message>
   <source>同步失败</source>
   <translation>同期失敗</translation>
  </message>
  <message>
   <source>已同步 %1</source>
   <translation>同期済み %1</translation>
  </message>
  <message>
   <source>点击立即同步，获取反馈</source>
   <translation>押すとすぐ同期し、回答を取得します</translation>
  </message>
  <message>
   <source>未同步</source>
   <translation>未同期</translation>
  </message>
  <message>
   <source>核实无误的写明原因（不少于10个字）后可报送；有误的请修改</source>
   <translation>正しければ理由を（10字以上）書いて提出、誤りなら修正</translation>
  </message>
  <message>
   <source>都已说明</source>
   <translation>すべて説明済み</translation>
  </message>
  <message>
   <source>提示待说明</source>
   <translation>説明待ちの注意</translation>
  </message>
  <message>
   <source>提示已说明</source>
   <translation>説明済みの注意</translation>
  </message>
  <message>
   <source>同类还有 %1 处，一条说明适用于全部。</source>
   <translation>同じ種類があと%1件。1つの説明がすべてに適用されます。</translation>
  </message>
  <message>
   <source>填写说明：为什么属实（不少于10个字），随报表上报</source>
   <translation>正しい理由を記入（10字以上）。報告書と共に提出されます</translation>
  </message>
  <message>
   <source>%1 的填报说明</source>
   <translation>%1の説明</translation>
  </message>
  <message>
   <source>沿用上期说明</source>
   <translation>前期の説明を使う</translation>
  </message>
  <message>
   <source>上期说明：%1</source>
   <translation>前期の説明：%1</translation>
  </message>
  <message>
   <source>去修改</source>
   <translation>修正する</translation>
  </message>
  <message>
   <source>撤回</source>
   <translation>取下げ</translation>
  </message>
  <message>
   <source>更正</source>
   <translation>訂正</translation>
  </message>
  <message>
   <source>报送内容（只读）</source>
   <translation>提出内容（読み取り専用）</translation>
  </message>
  <message>
   <source>回执</source>
   <translation>受領書</translation>
  </message>
  <message>
   <source>报送内容</source>
   <translation>提出内容</translation>
  </message>
  <message>
   <source>批注 %1</source>
   <translation>コメント %1</translation>
  </message>
  <message>
   <source>还没有主管部门的意见；点“获取反馈”查看进度。</source>
   <translation>主管部門の意見はまだありません。「回答を取得」で進捗を確認できます。</translation>
  </message>
  <message>
   <source>定位到 %1</source>
   <translation>%1へ移動</translation>
  </message>
  <message>
   <source>更正申报</source>
   <translation>訂正して提出</translation>
  </message>
  <message>
   <source>更正原因（随更正申报上报）：</source>
   <translation>訂正の理由（訂正と共に提出）：</translation>
  </message>
  <message>
   <source>开始更正</source>
   <translation>訂正を開始</translation>
  </message>
  <message>
   <source>第%1行</source>
   <translation>%1行</translation>
  </message>
  <message>
   <source>新增的行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>报送时第%1行</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已移到别的报告期</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已删除</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>当时已报</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>（空）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首次报送</source>
   <translation>初回提出</translation>
  </message>
  <message>
   <source>退回后重报</source>
   <translation>差戻し後の再提出</translation>
  </message>
  <message>
   <source>第%1版</source>
   <translation>第%1版</translation>
  </message>
  <message>
   <source>补报</source>
   <translation>追加提出</translation>
  </message>
  <message>
   <source>申报编号</source>
   <translation>申告番号</translation>
  </message>
  <message>
   <source>版次</source>
   <translation>版</translation>
  </message>
  <message>
   <source>签名时间</source>
   <translation>署名日時</translation>
  </message>
  <message>
   <source>内容摘要</source>
   <translation>内容ダイジェスト</translation>
  </message>
  <message>
   <source>省级平台还没有发回回执</source>
   <translation>省プラットフォームの受領書はまだ届いていません</translation>
  </message>
  <message>
   <source>平台回执</source>
   <translation>プラットフォーム受領書</translation>
  </message>
  <message>
   <source>✗ 未通过验证，请联系主管部门</source>
   <translation>✗ 検証できません。主管部門に連絡してください</translation>
  </message>
  <message>
   <source>✓ 已验证：平台签名有效，摘要与所报内容一致</source>
   <translation>✓ 検証済み：署名は有効で、ダイジェストは提出内容と一致</translation>
  </message>
  <message>
   <source>平台收到</source>
   <translation>受付日時</translation>
  </message>
  <message>
   <source>平台签名</source>
   <translation>署名</translation>
  </message>
  <message>
   <source>省级平台</source>
   <translation>省プラットフォーム</translation>
  </message>
  <message>
   <source>拒收</source>
   <translation>受付拒否</translation>
  </message>
  <message>
   <source>退回</source>
   <translation>差戻し</translation>
  </message>
  <message>
   <source>受理</source>
   <translation>受理</translation>
  </message>
  <message>
   <source>（该行已删除）</source>
   <translation>（削除された行）</translation>
  </message>
  <message>
   <source>行次</source>
   <translation>行番号</translation>
  </message>
  <message>
   <source>指标</source>
   <translation>項目</translation>
  </message>
  <message>
   <source>数值</source>
   <translation>値</translation>
  </message>
  <message>
   <source>筛选：%1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>升序</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>降序</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>清除本列</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>筛选</source>
   <translation>絞り込み</translation>
  </message>
  <message>
   <source>值太多，只列出最常见的 %1 个</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>等于…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>包含…（代码可用首字母）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>包含的文字</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>从</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>到</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>全选</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>本列的值</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>输入营业执照上的18位统一社会信用代码，逐位核对。</source>
   <translation>営業許可証の18桁の統一社会信用コードを入力し、1字ずつ確認してください。</translation>
  </message>
  <message>
   <source>开始填报</source>
   <translation>記入を始める</translation>
  </message>
  <message>
   <source>进入演示</source>
   <translation>デモを開く</translation>
  </message>
  <message>
   <source>选择文件…</source>
   <translation>ファイルを選択…</translation>
  </message>
  <message>
   <source>开始使用</source>
   <translation>はじめに</translation>
  </message>
  <message>
   <source>三种方式任选一种；不用登录，不联网也能先填。以后可在“企业信息”里更改。</source>
   <translation>3つの方法から1つを選びます。ログイン不要、オフラインで始められます。後で「企業情報」から変更できます。</translation>
  </message>
  <message>
   <source>18位，见营业执照</source>
   <translation>18桁、営業許可証を参照</translation>
  </message>
  <message>
   <source>统一社会信用代码，必填</source>
   <translation>統一社会信用コード、必須</translation>
  </message>
  <message>
   <source>与营业执照一致</source>
   <translation>営業許可証と同じ</translation>
  </message>
  <message>
   <source>企业名称，必填</source>
   <translation>企業名、必須</translation>
  </message>
  <message>
   <source>添加我的企业</source>
   <translation>自社を追加</translation>
  </message>
  <message>
   <source>首次报送时才需要报送码</source>
   <translation>提出コードは初回提出時だけ必要</translation>
  </message>
  <message>
   <source>先看演示企业</source>
   <translation>まずデモ企業を見る</translation>
  </message>
  <message>
   <source>一家延吉的对韩、对日外包企业：约60份合同、300笔执行，带十来处常见错误。可以随便改、随便报，报送到本机的演示平台，不会发给主管部门。</source>
   <translation>韓国・日本向けの延吉の受託企業です。契約約60件、履行300件、よくある誤り十数か所。自由に変更・提出できます。このPCのデモ用プラットフォームに届くだけで、主管部門には送られません。</translation>
  </message>
  <message>
   <source>从 Excel、备份恢复</source>
   <translation>Excel・バックアップから</translation>
  </message>
  <message>
   <source>打开另一台电脑上的备份（.zhibao），或用手头的 Excel 合同台账（.xlsx）开始：原有内容一行不丢。</source>
   <translation>別のPCのバックアップ（.zhibao）を開くか、手元のExcel契約台帳（.xlsx）から始めます。1行も失われません。</translation>
  </message>
  <message>
   <source>选企业</source>
   <translation>企業を選ぶ</translation>
  </message>
  <message>
   <source>填数或导入</source>
   <translation>記入・取込</translation>
  </message>
  <message>
   <source>按 F9 审核</source>
   <translation>F9でチェック</translation>
  </message>
  <message>
   <source>报送，等回执</source>
   <translation>提出し受領書を待つ</translation>
  </message>
  <message>
   <source>约 2 分钟走完一遍</source>
   <translation>一通り約2分</translation>
  </message>
  <message>
   <source>已识别属地：%1</source>
   <translation>所在地を認識：%1</translation>
  </message>
  <message>
   <source>请选择属地</source>
   <translation>所在地を選択</translation>
  </message>
  <message>
   <source>校验位正确 · </source>
   <translation>検査数字は正しい・</translation>
  </message>
  <message>
   <source>已输入%1位，还差%2位。</source>
   <translation>%1桁入力、残り%2桁。</translation>
  </message>
  <message>
   <source>正在准备演示企业…</source>
   <translation>デモ企業を準備中…</translation>
  </message>
  <message>
   <source>选择备份或 Excel 文件</source>
   <translation>バックアップまたはExcelファイルの選択</translation>
  </message>
  <message>
   <source>备份或 Excel (*.zhibao *.xlsx);;备份 (*.zhibao);;Excel (*.xlsx)</source>
   <translation>バックアップまたはExcel (*.zhibao *.xlsx);;バックアップ (*.zhibao);;Excel (*.xlsx)</translation>
  </message>
  <message>
   <source>已选 %1：先填左边的企业信息，开始填报后自动导入。</source>
   <translation>選択済み：%1。先に左の企業情報を記入すると、開始後に自動で取り込みます。</translation>
  </message>
  <message>
   <source>导入 Excel</source>
   <translation>Excel取込</translation>
  </message>
  <message>
   <source>新增一行</source>
   <translation>1行追加</translation>
  </message>
  <message>
   <source>清除筛选</source>
   <translation>絞り込みを解除</translation>
  </message>
  <message>
   <source>没有符合条件的行</source>
   <translation>条件に合う行はありません</translation>
  </message>
  <message>
   <source>%1还没有内容</source>
   <translation>%1はまだ空です</translation>
  </message>
  <message>
   <source>共 %1 行，都被筛选条件隐藏了。</source>
   <translation>全%1行が絞り込みで隠れています。</translation>
  </message>
  <message>
   <source>把您现有的 Excel 台账导入进来，或逐行填写。列名不必和模板一样。</source>
   <translation>今お使いのExcel台帳を取り込むか、1行ずつ記入します。列名は雛形と同じでなくても構いません。</translation>
  </message>
  <message>
   <source>填今天</source>
   <translation>今日の日付</translation>
  </message>
  <message>
   <source>搜索帮助和术语（Ctrl+F）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>搜索帮助</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助目录</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>返回</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助</source>
   <translation>ヘルプ</translation>
  </message>
  <message>
   <source>找到 %1 处</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>没有找到，换一个词试试。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>帮助内容</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>首页</source>
   <translation>ホーム</translation>
  </message>
  <message>
   <source>张报表未报送</source>
   <translation>件 未提出</translation>
  </message>
  <message>
   <source>去填报</source>
   <translation>記入へ</translation>
  </message>
  <message>
   <source>处本期错误</source>
   <translation>件 今期のエラー</translation>
  </message>
  <message>
   <source>张被退回</source>
   <translation>件 差戻し</translation>
  </message>
  <message>
   <source>看批注</source>
   <translation>コメントを見る</translation>
  </message>
  <message>
   <source>张待反馈</source>
   <translation>件 回答待ち</translation>
  </message>
  <message>
   <source>查进度</source>
   <translation>進捗を見る</translation>
  </message>
  <message>
   <source>距本期截止</source>
   <translation>今期の締切まで</translation>
  </message>
  <message>
   <source>天</source>
   <translation>日</translation>
  </message>
  <message>
   <source>本期完成进度</source>
   <translation>今期の進捗</translation>
  </message>
  <message>
   <source>消息</source>
   <translation>お知らせ</translation>
  </message>
  <message>
   <source>执行额</source>
   <translation>履行額</translation>
  </message>
  <message>
   <source>万美元</source>
   <translation>万米ドル</translation>
  </message>
  <message>
   <source>点月份可切换报告期</source>
   <translation>月を押すと報告期間を切替</translation>
  </message>
  <message>
   <source>%1年报送情况</source>
   <translation>%1年の提出状況</translation>
  </message>
  <message>
   <source>%1 24:00 止</source>
   <translation>%1 24:00まで</translation>
  </message>
  <message>
   <source>已过本期截止</source>
   <translation>締切を過ぎました</translation>
  </message>
  <message>
   <source>今天</source>
   <translation>今日</translation>
  </message>
  <message>
   <source>截止</source>
   <translation>締切</translation>
  </message>
  <message>
   <source>天，报送将标为补报</source>
   <translation>日、提出は追加提出扱い</translation>
  </message>
  <message>
   <source>已报送 %1 / %2 张</source>
   <translation>提出済み %1／%2件</translation>
  </message>
  <message>
   <source>%1 审核</source>
   <translation>%1 チェック</translation>
  </message>
  <message>
   <source>尚未审核</source>
   <translation>未チェック</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执和批注会出现在这里。</source>
   <translation>お知らせはありません。提出後、受領書とコメントがここに表示されます。</translation>
  </message>
  <message>
   <source>同步没有成功：%1</source>
   <translation>同期できませんでした：%1</translation>
  </message>
  <message>
   <source>%1 起还有 %2 张以前的报表没有报送，可与本期一并补报。</source>
   <translation>%1以降、以前の報告書%2件が未提出です。今期と一緒に提出できます。</translation>
  </message>
  <message>
   <source>导入 Excel — %1</source>
   <translation>Excel取込 — %1</translation>
  </message>
  <message>
   <source>选择要导入的工作簿</source>
   <translation>取り込むブックの選択</translation>
  </message>
  <message>
   <source>选择工作簿</source>
   <translation>ブックを選択</translation>
  </message>
  <message>
   <source>Excel 工作簿 (*.xlsx *.xlsm)</source>
   <translation>Excelブック (*.xlsx *.xlsm)</translation>
  </message>
  <message>
   <source>正在读取 %1 …</source>
   <translation>%1 を読み込み中…</translation>
  </message>
  <message>
   <source>正在导入 %1 …</source>
   <translation>%1 を取込中…</translation>
  </message>
  <message>
   <source>导入前请核对：%1</source>
   <translation>取込前の確認：%1</translation>
  </message>
  <message>
   <source>导入 %1 行</source>
   <translation>%1行を取込</translation>
  </message>
  <message>
   <source>没有要导入的内容，关闭</source>
   <translation>取り込む内容なし、閉じる</translation>
  </message>
  <message>
   <source>已导入 %1 行</source>
   <translation>%1行を取り込みました</translation>
  </message>
  <message>
   <source>查看 %1 个问题（%2 个错误）</source>
   <translation>問題%1件を見る（エラー%2件）</translation>
  </message>
  <message>
   <source>完成</source>
   <translation>完了</translation>
  </message>
  <message>
   <source>没有导入，账套没有改动</source>
   <translation>取り込まず、帳簿は変わりません</translation>
  </message>
  <message>
   <source>%1 / %2 行</source>
   <translation>%1／%2行</translation>
  </message>
  <message>
   <source>把 Excel 文件拖到这里，或者</source>
   <translation>Excelファイルをここにドロップ、または</translation>
  </message>
  <message>
   <source>列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。</source>
   <translation>列の順序や名前は雛形と違っても構いません。確認後に帳簿へ書き込み、元に戻すこともできます。</translation>
  </message>
  <message>
   <source>下载模板</source>
   <translation>雛形をダウンロード</translation>
  </message>
  <message>
   <source>导入进度</source>
   <translation>取込の進捗</translation>
  </message>
  <message>
   <source>换一个文件</source>
   <translation>別のファイル</translation>
  </message>
  <message>
   <source>导入</source>
   <translation>取込</translation>
  </message>
  <message>
   <source>未识别的列，不导入：%1</source>
   <translation>不明で取り込まない列：%1</translation>
  </message>
  <message>
   <source>金额核对（逐币种，不同币种不相加）</source>
   <translation>金額照合（通貨別、合算なし）</translation>
  </message>
  <message>
   <source>未导入的行</source>
   <translation>取り込まない行</translation>
  </message>
  <message>
   <source>新增</source>
   <translation>新規</translation>
  </message>
  <message>
   <source>更新</source>
   <translation>更新</translation>
  </message>
  <message>
   <source>无变化，跳过</source>
   <translation>変更なし、スキップ</translation>
  </message>
  <message>
   <source>拒绝</source>
   <translation>拒否</translation>
  </message>
  <message>
   <source>工作表“%1”，读取 %2 行；识别出 %3 列。</source>
   <translation>シート「%1」：%2行を読み取り、%3列を認識。</translation>
  </message>
  <message>
   <source>栏目</source>
   <translation>欄</translation>
  </message>
  <message>
   <source>币种</source>
   <translation>通貨</translation>
  </message>
  <message>
   <source>文件合计</source>
   <translation>ファイル合計</translation>
  </message>
  <message>
   <source>账套合计</source>
   <translation>帳簿合計</translation>
  </message>
  <message>
   <source>核对</source>
   <translation>照合</translation>
  </message>
  <message>
   <source>一致</source>
   <translation>一致</translation>
  </message>
  <message>
   <source>不一致</source>
   <translation>不一致</translation>
  </message>
  <message>
   <source>%1 格未识别</source>
   <translation>%1セル読み取れず</translation>
  </message>
  <message>
   <source>文件行号</source>
   <translation>ファイルの行</translation>
  </message>
  <message>
   <source>原因</source>
   <translation>理由</translation>
  </message>
  <message>
   <source>指标名称</source>
   <translation>項目名</translation>
  </message>
  <message>
   <source>单位</source>
   <translation>単位</translation>
  </message>
  <message>
   <source>本期</source>
   <translation>今期</translation>
  </message>
  <message>
   <source>上期</source>
   <translation>前期</translation>
  </message>
  <message>
   <source>批量进度</source>
   <translation>一括処理の進捗</translation>
  </message>
  <message>
   <source>每家企业的结果</source>
   <translation>企業ごとの結果</translation>
  </message>
  <message>
   <source>暂停</source>
   <translation>一時停止</translation>
  </message>
  <message>
   <source>收起</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <source>批量审核</source>
   <translation>一括チェック</translation>
  </message>
  <message>
   <source>批量报送</source>
   <translation>一括提出</translation>
  </message>
  <message>
   <source>继续</source>
   <translation>続行</translation>
  </message>
  <message>
   <source>已完成：%1</source>
   <translation>完了：%1</translation>
  </message>
  <message>
   <source>已暂停，%1</source>
   <translation>一時停止、%1</translation>
  </message>
  <message>
   <source>%1 / %2 家</source>
   <translation>%1／%2社</translation>
  </message>
  <message>
   <source>全部可报送：%1 家、%2 张报表。</source>
   <translation>すべて提出可能：%1社、報告書%2件。</translation>
  </message>
  <message>
   <source>另有 %1 家不在内，原因见上表。</source>
   <translation>ほか%1社は対象外。理由は上の表に。</translation>
  </message>
  <message>
   <source>没有可报送的企业，原因见上表。</source>
   <translation>提出できる企業はありません。理由は上の表に。</translation>
  </message>
  <message>
   <source>报送这 %1 家</source>
   <translation>この%1社を提出</translation>
  </message>
  <message>
   <source>%1：%2</source>
   <translation>%1：%2</translation>
  </message>
  <message>
   <source>帮助与快捷键</source>
   <translation>ヘルプとショートカット</translation>
  </message>
  <message>
   <source>下一处问题</source>
   <translation>次の問題</translation>
  </message>
  <message>
   <source>上一处问题</source>
   <translation>前の問題</translation>
  </message>
  <message>
   <source>审核本期全部报表</source>
   <translation>今期の全報告書をチェック</translation>
  </message>
  <message>
   <source>切换企业</source>
   <translation>企業を切替</translation>
  </message>
  <message>
   <source>上一报告期</source>
   <translation>前の報告期間</translation>
  </message>
  <message>
   <source>下一报告期</source>
   <translation>次の報告期間</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF</source>
   <translation>印刷プレビュー、PDF保存</translation>
  </message>
  <message>
   <source>保存（每次改动都已自动保存）</source>
   <translation>保存（変更はすべて自動保存済み）</translation>
  </message>
  <message>
   <source>撤销</source>
   <translation>元に戻す</translation>
  </message>
  <message>
   <source>重做</source>
   <translation>やり直す</translation>
  </message>
  <message>
   <source>每次改动都已自动保存，不必另存。</source>
   <translation>変更はすべて自動保存されるので、保存は不要です。</translation>
  </message>
  <message>
   <source>没有可以重做的操作。</source>
   <translation>やり直す操作はありません。</translation>
  </message>
  <message>
   <source>没有可以撤销的操作。</source>
   <translation>元に戻す操作はありません。</translation>
  </message>
  <message>
   <source>审核通过，没有问题。</source>
   <translation>チェック済み、問題はありません。</translation>
  </message>
  <message>
   <source>本页没有可打印的报表；请到要打印的报表或报送记录，再按 Ctrl+P。</source>
   <translation>このページに印刷できる報告書はありません。印刷する報告書か提出記録でCtrl+Pを押してください。</translation>
  </message>
  <message>
   <source>正在审核…</source>
   <translation>チェック中…</translation>
  </message>
  <message>
   <source>清除筛选（%1 列）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>恢复原顺序</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1（Ctrl+Shift+F）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>新增行</source>
   <translation>行を追加</translation>
  </message>
  <message>
   <source>新增一行（Insert）</source>
   <translation>1行追加（Insert）</translation>
  </message>
  <message>
   <source>删除</source>
   <translation>削除</translation>
  </message>
  <message>
   <source>删除所选行（Ctrl+-）</source>
   <translation>選択行を削除（Ctrl+-）</translation>
  </message>
  <message>
   <source>从 Excel 工作簿导入</source>
   <translation>Excelブックから取込</translation>
  </message>
  <message>
   <source>导出</source>
   <translation>出力</translation>
  </message>
  <message>
   <source>导出为 Excel 工作簿</source>
   <translation>Excelブックへ出力</translation>
  </message>
  <message>
   <source>下载空白的 Excel 填报模板</source>
   <translation>空のExcel雛形をダウンロード</translation>
  </message>
  <message>
   <source>单位：元（原币）</source>
   <translation>単位：1（原通貨）</translation>
  </message>
  <message>
   <source>单位：万（原币）</source>
   <translation>単位：万（原通貨）</translation>
  </message>
  <message>
   <source>只改变显示和输入的单位，保存的金额不变</source>
   <translation>表示と入力の単位だけが変わり、保存された金額は変わりません</translation>
  </message>
  <message>
   <source>到“审核与报送”（Ctrl+Shift+Enter）</source>
   <translation>「チェックと提出」へ（Ctrl+Shift+Enter）</translation>
  </message>
  <message>
   <source>筛选：编号、名称、国别、金额…（Ctrl+F）</source>
   <translation>絞り込み：番号、名称、国、金額…（Ctrl+F）</translation>
  </message>
  <message>
   <source>有问题</source>
   <translation>問題あり</translation>
  </message>
  <message>
   <source>未报送</source>
   <translation>未提出</translation>
  </message>
  <message>
   <source>已退回</source>
   <translation>差戻し</translation>
  </message>
  <message>
   <source>恢复默认的列、顺序和宽度</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>筛选“%1”…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>左移</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>右移</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1模板.xlsx</source>
   <translation>%1雛形.xlsx</translation>
  </message>
  <message>
   <source>模板已保存：%1</source>
   <translation>雛形を保存しました：%1</translation>
  </message>
  <message>
   <source>导出清单</source>
   <translation>一覧を出力</translation>
  </message>
  <message>
   <source>%1审核结果.csv</source>
   <translation>%1チェック結果.csv</translation>
  </message>
  <message>
   <source>位置</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>单元格</source>
   <translation>セル</translation>
  </message>
  <message>
   <source>代码</source>
   <translation>コード</translation>
  </message>
  <message>
   <source>没有写成 %1：%2</source>
   <translation>%1 を書き込めません：%2</translation>
  </message>
  <message>
   <source>清单已保存：%1</source>
   <translation>一覧を保存しました：%1</translation>
  </message>
  <message>
   <source>已导出 %1 行：%2</source>
   <translation>%1行を出力しました：%2</translation>
  </message>
  <message>
   <source>必填</source>
   <translation>必須</translation>
  </message>
  <message>
   <source>删除 %1 行</source>
   <translation>%1行を削除</translation>
  </message>
  <message>
   <source>已删除 %1 行，按 Ctrl+Z 撤销</source>
   <translation>%1行を削除しました。Ctrl+Zで元に戻せます</translation>
  </message>
  <message>
   <source>选中 %1 格</source>
   <translation>%1セル選択</translation>
  </message>
  <message>
   <source>共 %1 行</source>
   <translation>全%1行</translation>
  </message>
  <message>
   <source>筛选出 %1 行，共 %2 行</source>
   <translation>%2行中%1行</translation>
  </message>
  <message>
   <source>，有内容 %1 格</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>同上一行：%1</source>
   <translation>上の行と同じ：%1</translation>
  </message>
  <message>
   <source>空白</source>
   <translation>空白</translation>
  </message>
  <message>
   <source>%1：可以建立 %2 家，拒收 %3 行</source>
   <translation>%1：作成可能%2社、拒否%3行</translation>
  </message>
  <message>
   <source>内容</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>结果</source>
   <translation>結果</translation>
  </message>
  <message>
   <source>将建立账套</source>
   <translation>帳簿を作成します</translation>
  </message>
  <message>
   <source>名单</source>
   <translation>一覧</translation>
  </message>
  <message>
   <source>拒收的行不影响其余企业；改好后可以用同一个文件再导入一次。</source>
   <translation>拒否された行は他の企業に影響しません。直して同じファイルをもう一度取り込めます。</translation>
  </message>
  <message>
   <source>建立 %1 家</source>
   <translation>%1社を作成</translation>
  </message>
  <message>
   <source>正在建立 %1</source>
   <translation>%1 を作成中</translation>
  </message>
  <message>
   <source>已建立 %1 家企业的账套。</source>
   <translation>%1社の帳簿を作成しました。</translation>
  </message>
  <message>
   <source>已建立 %1 家，%2 家没有建成</source>
   <translation>作成%1社、未作成%2社</translation>
  </message>
  <message>
   <source>请查看批注</source>
   <translation>コメントを確認してください</translation>
  </message>
  <message>
   <source>%1已退回：%2</source>
   <translation>%1 差戻し：%2</translation>
  </message>
  <message>
   <source>%1已受理</source>
   <translation>%1 受理されました</translation>
  </message>
  <message>
   <source>%1平台拒收：%2</source>
   <translation>%1 受付拒否：%2</translation>
  </message>
  <message>
   <source>%1已导入（%2）</source>
   <translation>%1 取込済み（%2）</translation>
  </message>
  <message>
   <source>类别</source>
   <translation>種類</translation>
  </message>
  <message>
   <source>时间</source>
   <translation>日時</translation>
  </message>
  <message>
   <source>去处理</source>
   <translation>対応する</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执、受理和退回意见会出现在这里。</source>
   <translation>お知らせはありません。提出後、受領書・受理・差戻しがここに表示されます。</translation>
  </message>
  <message>
   <source>%1 条新消息，共 %2 条</source>
   <translation>新着%1件、全%2件</translation>
  </message>
  <message>
   <source>没有新消息，共 %2 条</source>
   <translation>新着なし、全%2件</translation>
  </message>
  <message>
   <source>已受理</source>
   <translation>受理済み</translation>
  </message>
  <message>
   <source>平台拒收</source>
   <translation>受付拒否</translation>
  </message>
  <message>
   <source>移出</source>
   <translation>移出</translation>
  </message>
  <message>
   <source>移到哪个文件夹，必填</source>
   <translation>移出先フォルダー、必須</translation>
  </message>
  <message>
   <source>选择 U 盘或文件夹</source>
   <translation>USBかフォルダーを選択</translation>
  </message>
  <message>
   <source>移出后本机不再列出（收到“%1”文件夹，不删除）</source>
   <translation>移出後はここに表示しない（「%1」フォルダーに保管、削除しない）</translation>
  </message>
  <message>
   <source>移出 %1</source>
   <translation>%1 を移出</translation>
  </message>
  <message>
   <source>写出一份校验过的账套，文件名是企业名称和信用代码；别的企业不受影响。</source>
   <translation>企業名と信用コードを名前にした検証済みの帳簿を書き出します。他の企業には影響しません。</translation>
  </message>
  <message>
   <source>在另一台电脑的“全部企业”里选“移入”即可接着填报，数据、回执、历史都在。</source>
   <translation>別のPCの「全企業」で「移入」を選べば続けられます。データ・受領書・履歴もすべて含まれます。</translation>
  </message>
  <message>
   <source>本机的设备密钥不随账套走：到那台电脑后，首次报送须向平台要一个新的报送码重新绑定。</source>
   <translation>端末の鍵は移りません。移し先での初回提出には新しい提出コードが必要です。</translation>
  </message>
  <message>
   <source>移出后请只在一台电脑上填报这家企业，以免两边各改各的。</source>
   <translation>移した後は、この企業を1台のPCだけで記入してください。</translation>
  </message>
  <message>
   <source>选择…</source>
   <translation>選択…</translation>
  </message>
  <message>
   <source>这家企业正打开着，只写出副本；要从本机收起，请先打开另一家企业。</source>
   <translation>この企業は開いているため、写しだけ書き出します。このPCから外すには先に別の企業を開いてください。</translation>
  </message>
  <message>
   <source>移到哪个文件夹</source>
   <translation>移出先フォルダー</translation>
  </message>
  <message>
   <source>页面导航</source>
   <translation>ページ一覧</translation>
  </message>
  <message>
   <source>帮助  F1</source>
   <translation>ヘルプ  F1</translation>
  </message>
  <message>
   <source>系统代理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>不用代理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>手动设置</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>网络代理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>代理地址</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>地址:端口，如 10.0.0.8:8080</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>测试连接</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>填报和审核不用网络；报送和取回意见时按这里的方式连接省平台，改了马上生效。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>网络</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>请填写代理地址；填好以前仍按系统代理连接。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已按新的方式连接；可以点“测试连接”试一下。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>演示企业的平台就在本机，不经过网络。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有绑定省平台，首次报送后再测试。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>代理服务器已连上；还没有绑定省平台，平台要到首次报送时才能试。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>连接正常，省平台已应答。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>正在连接…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>　含未报送数据</source>
   <translation>　未提出データを含む</translation>
  </message>
  <message>
   <source>含未报送数据：%1。</source>
   <translation>未提出データを含む：%1。</translation>
  </message>
  <message>
   <source>%1报送后又有改动，这里按现在的台账计算，与已报数不同。</source>
   <translation>%1は提出後に変更があり、現在の台帳で計算するため提出値と異なります。</translation>
  </message>
  <message>
   <source>所列数据均已报送。</source>
   <translation>表示データはすべて提出済みです。</translation>
  </message>
  <message>
   <source>%1 行没有日期</source>
   <translation>日付のない行%1</translation>
  </message>
  <message>
   <source>%1 行没有美元金额</source>
   <translation>米ドル金額のない行%1</translation>
  </message>
  <message>
   <source>%1有%2，没有计入。</source>
   <translation>%1：%2、集計対象外。</translation>
  </message>
  <message>
   <source>统计未计入的行</source>
   <translation>集計対象外の行</translation>
  </message>
  <message>
   <source>收起这条提示</source>
   <translation>この案内を閉じる</translation>
  </message>
  <message>
   <source>审核与报送</source>
   <translation>チェックと提出</translation>
  </message>
  <message>
   <source>报送记录</source>
   <translation>提出記録</translation>
  </message>
  <message>
   <source>统计分析</source>
   <translation>統計分析</translation>
  </message>
  <message>
   <source>企业信息</source>
   <translation>企業情報</translation>
  </message>
  <message>
   <source>设置</source>
   <translation>設定</translation>
  </message>
  <message>
   <source>打印预览</source>
   <translation>印刷プレビュー</translation>
  </message>
  <message>
   <source>%1年%2月</source>
   <translation>%1年%2月</translation>
  </message>
  <message>
   <source>%1年</source>
   <translation>%1年</translation>
  </message>
  <message>
   <source>、</source>
   <translation>、</translation>
  </message>
  <message>
   <source>外观</source>
   <translation>外観</translation>
  </message>
  <message>
   <source>跟随系统</source>
   <translation>システムに合わせる</translation>
  </message>
  <message>
   <source>浅色</source>
   <translation>ライト</translation>
  </message>
  <message>
   <source>深色</source>
   <translation>ダーク</translation>
  </message>
  <message>
   <source>小</source>
   <translation>小</translation>
  </message>
  <message>
   <source>标准</source>
   <translation>標準</translation>
  </message>
  <message>
   <source>大</source>
   <translation>大</translation>
  </message>
  <message>
   <source>特大</source>
   <translation>特大</translation>
  </message>
  <message>
   <source>紧凑</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>宽松</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>主题</source>
   <translation>テーマ</translation>
  </message>
  <message>
   <source>界面字号</source>
   <translation>文字サイズ</translation>
  </message>
  <message>
   <source>表格行高</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>界面语言</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>录入</source>
   <translation>入力</translation>
  </message>
  <message>
   <source>向右</source>
   <translation>右へ</translation>
  </message>
  <message>
   <source>向下</source>
   <translation>下へ</translation>
  </message>
  <message>
   <source>按表式</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>万元</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>回车键移动</source>
   <translation>Enterの移動</translation>
  </message>
  <message>
   <source>金额显示</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>回车方向只影响台账表格，Tab 始终向右，按住 Shift 反向。金额显示只改变看和填的单位，保存的金额不变，也可以在每张表上方临时切换；按表式：台账用元（原币），月报用万元。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>关闭程序再打开后生效；已填的数据不受影响。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更改…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>更改备份文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>放在账套旁边</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份与恢复…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>还没有做过恢复演练：在“备份与恢复”里点一下，就知道备份能不能用。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次演练没有成功 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>上次演练恢复成功 %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>备份放到哪个文件夹</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>数据位置</source>
   <translation>データの場所</translation>
  </message>
  <message>
   <source>账套、设置和日志都在本机这个文件夹里，不会自动上传：</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>打印预览：%1</source>
   <translation>印刷プレビュー：%1</translation>
  </message>
  <message>
   <source>打印什么</source>
   <translation>印刷対象</translation>
  </message>
  <message>
   <source>单位：按表式</source>
   <translation>単位：様式どおり</translation>
  </message>
  <message>
   <source>全部栏目</source>
   <translation>全項目</translation>
  </message>
  <message>
   <source>连同窗口里不显示的栏目一起打印</source>
   <translation>画面で隠した項目も印刷</translation>
  </message>
  <message>
   <source>存为 PDF</source>
   <translation>PDFに保存</translation>
  </message>
  <message>
   <source>上一页（PgUp）</source>
   <translation>前のページ（PgUp）</translation>
  </message>
  <message>
   <source>下一页（PgDn）</source>
   <translation>次のページ（PgDn）</translation>
  </message>
  <message>
   <source>页码</source>
   <translation>ページ番号</translation>
  </message>
  <message>
   <source>适合宽度</source>
   <translation>幅に合わせる</translation>
  </message>
  <message>
   <source>整页</source>
   <translation>全体</translation>
  </message>
  <message>
   <source>显示比例</source>
   <translation>倍率</translation>
  </message>
  <message>
   <source>正在排版…</source>
   <translation>レイアウト中…</translation>
  </message>
  <message>
   <source>／ 共 %1 页</source>
   <translation>／全%1ページ</translation>
  </message>
  <message>
   <source>已存为 %1</source>
   <translation>%1 に保存しました</translation>
  </message>
  <message>
   <source>正在生成 PDF…</source>
   <translation>PDFを作成中…</translation>
  </message>
  <message>
   <source>这台电脑没有打印机；可以先“存为 PDF”，拿到别处打印。</source>
   <translation>このPCにプリンターがありません。「PDFに保存」して別の場所で印刷してください。</translation>
  </message>
  <message>
   <source>打印机没有接受这次打印，请检查打印机后重试。</source>
   <translation>プリンターが受け付けませんでした。確認して再試行してください。</translation>
  </message>
  <message>
   <source>正在打印…</source>
   <translation>印刷中…</translation>
  </message>
  <message>
   <source>已送到打印机。</source>
   <translation>プリンターへ送りました。</translation>
  </message>
  <message>
   <source>打印已停止。</source>
   <translation>印刷を中止しました。</translation>
  </message>
  <message>
   <source>审核结果</source>
   <translation>チェック結果</translation>
  </message>
  <message>
   <source>主管批注</source>
   <translation>主管部門コメント</translation>
  </message>
  <message>
   <source>粘贴待处理</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>尚未审核。按 F9 审核本表。</source>
   <translation>未チェックです。F9でこの表をチェックします。</translation>
  </message>
  <message>
   <source>没有主管部门的批注。</source>
   <translation>主管部門のコメントはありません。</translation>
  </message>
  <message>
   <source>没有需要修改或说明的地方。</source>
   <translation>修正・説明が必要な箇所はありません。</translation>
  </message>
  <message>
   <source>展开</source>
   <translation>開く</translation>
  </message>
  <message>
   <source>F8 下一处 · Shift+F8 上一处</source>
   <translation>F8 次・Shift+F8 前</translation>
  </message>
  <message>
   <source>清空</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>问题清单</source>
   <translation>問題一覧</translation>
  </message>
  <message>
   <source> 错误（须改）   </source>
   <translation> エラー（要修正）   </translation>
  </message>
  <message>
   <source> 提示（可说明后报送）</source>
   <translation> 注意（説明後に提出可）</translation>
  </message>
  <message>
   <source>审核通过，0 个问题，%1</source>
   <translation>チェック済み、問題0件、%1</translation>
  </message>
  <message>
   <source>第 %1 行</source>
   <translation>%1行</translation>
  </message>
  <message>
   <source>全表</source>
   <translation>表全体</translation>
  </message>
  <message>
   <source>错误，须修改</source>
   <translation>エラー、要修正</translation>
  </message>
  <message>
   <source>提示，可说明后报送</source>
   <translation>注意、説明後に提出可</translation>
  </message>
  <message>
   <source>信息</source>
   <translation>情報</translation>
  </message>
  <message>
   <source>报表表头</source>
   <translation>報告書の表頭</translation>
  </message>
  <message>
   <source>印在每张报表上，随报表上报</source>
   <translation>全報告書に印刷され、共に提出されます</translation>
  </message>
  <message>
   <source>单位负责人</source>
   <translation>企業責任者</translation>
  </message>
  <message>
   <source>统计负责人</source>
   <translation>統計責任者</translation>
  </message>
  <message>
   <source>填表人</source>
   <translation>記入者</translation>
  </message>
  <message>
   <source>联系电话</source>
   <translation>連絡電話</translation>
  </message>
  <message>
   <source>上次备份 %1</source>
   <translation>最終バックアップ %1</translation>
  </message>
  <message>
   <source>还没有备份；退出时也会自动备份</source>
   <translation>バックアップはまだありません。終了時にも自動作成されます</translation>
  </message>
  <message>
   <source>CSV 文件，第一行是表头：月份、币种、汇率（1单位该币种折合多少美元）、来源、日期。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>导入汇率表…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>汇率</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>（%1的）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 折美元：%2。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>其中 %3 个由本企业导入。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>，</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>选择汇率表</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>汇率表 (*.csv)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>已导入 %1 个汇率，此后的折算按新汇率计算。</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>可报送</source>
   <translation>提出可能</translation>
  </message>
  <message>
   <source>待审核</source>
   <translation>未チェック</translation>
  </message>
  <message>
   <source>审核通过，勾选的将一并报送</source>
   <translation>チェック済み。選択分をまとめて提出します</translation>
  </message>
  <message>
   <source>截止 %1</source>
   <translation>期限 %1</translation>
  </message>
  <message>
   <source>查看</source>
   <translation>見る</translation>
  </message>
  <message>
   <source>以前各月 %1 张</source>
   <translation>以前の月 %1件</translation>
  </message>
  <message>
   <source>其中 %1 张还有错误或提示未说明：处理后一并报送，或取消上面的“一并补报”只报本期</source>
   <translation>うち%1件にエラーまたは説明待ちあり。処理して一緒に提出するか、上の選択を外して今期だけ提出してください</translation>
  </message>
  <message>
   <source>暂不能报</source>
   <translation>まだ提出不可</translation>
  </message>
  <message>
   <source>报表</source>
   <translation>報告書</translation>
  </message>
  <message>
   <source>报送时间</source>
   <translation>提出日時</translation>
  </message>
  <message>
   <source>同步记录</source>
   <translation>同期記録</translation>
  </message>
  <message>
   <source>还没有报送过。审核通过后到“审核与报送”按一下“报送”，回执会保存在这里。</source>
   <translation>まだ提出がありません。チェック後に「チェックと提出」で「提出」を押すと、受領書がここに保存されます。</translation>
  </message>
  <message>
   <source>去审核与报送</source>
   <translation>チェックと提出へ</translation>
  </message>
  <message>
   <source>正在获取…</source>
   <translation>取得中…</translation>
  </message>
  <message>
   <source>全部审核  F9</source>
   <translation>全チェック  F9</translation>
  </message>
  <message>
   <source>报送  Ctrl+Shift+Enter</source>
   <translation>提出  Ctrl+Shift+Enter</translation>
  </message>
  <message>
   <source>本期报表</source>
   <translation>今期の報告書</translation>
  </message>
  <message>
   <source>一并报送</source>
   <translation>一緒に提出</translation>
  </message>
  <message>
   <source>操作</source>
   <translation>操作</translation>
  </message>
  <message>
   <source>已报送</source>
   <translation>提出済み</translation>
  </message>
  <message>
   <source>填报中</source>
   <translation>記入中</translation>
  </message>
  <message>
   <source>待报送</source>
   <translation>提出待ち</translation>
  </message>
  <message>
   <source>待发送</source>
   <translation>送信待ち</translation>
  </message>
  <message>
   <source>报送中</source>
   <translation>送信中</translation>
  </message>
  <message>
   <source>已交盘</source>
   <translation>媒体提出済み</translation>
  </message>
  <message>
   <source>代报点已收</source>
   <translation>代行受付済み</translation>
  </message>
  <message>
   <source>待反馈</source>
   <translation>回答待ち</translation>
  </message>
  <message>
   <source>已归档</source>
   <translation>保管済み</translation>
  </message>
  <message>
   <source>有冲突</source>
   <translation>競合</translation>
  </message>
  <message>
   <source>已更正</source>
   <translation>訂正済み</translation>
  </message>
  <message>
   <source>已撤回</source>
   <translation>取下げ済み</translation>
  </message>
  <message>
   <source>已取消</source>
   <translation>取消済み</translation>
  </message>
  <message>
   <source>县级主管部门</source>
   <translation>県級主管部門</translation>
  </message>
  <message>
   <source>州市主管部门</source>
   <translation>市級主管部門</translation>
  </message>
  <message>
   <source>开发区主管部门</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>省级主管部门</source>
   <translation>省級主管部門</translation>
  </message>
  <message>
   <source>导出 Excel</source>
   <translation>Excel出力</translation>
  </message>
  <message>
   <source>年度</source>
   <translation>年度</translation>
  </message>
  <message>
   <source>期间</source>
   <translation>期間</translation>
  </message>
  <message>
   <source>占比和排名的口径</source>
   <translation>構成比・順位の基準</translation>
  </message>
  <message>
   <source>离岸占比、国别、业务、发包方按哪个金额统计</source>
   <translation>オフショア比率・国・業務・委託元をどの金額で集計するか</translation>
  </message>
  <message>
   <source>1月至%1月</source>
   <translation>1月から%1月</translation>
  </message>
  <message>
   <source>1月</source>
   <translation>1月</translation>
  </message>
  <message>
   <source>全年</source>
   <translation>通年</translation>
  </message>
  <message>
   <source>复制图片</source>
   <translation>画像をコピー</translation>
  </message>
  <message>
   <source>复制图片：%1</source>
   <translation>画像をコピー：%1</translation>
  </message>
  <message>
   <source>点一下图，可用方向键逐项看；双击或按回车打开对应的行。</source>
   <translation>図を押すと矢印キーで項目を見られ、ダブルクリックかEnterで該当行を開きます。</translation>
  </message>
  <message>
   <source>%1（表）</source>
   <translation>%1（表）</translation>
  </message>
  <message>
   <source>图片已复制，可以粘贴到 Word、Excel 或聊天窗口</source>
   <translation>画像をコピーしました。Word・Excel・チャットに貼り付けられます</translation>
  </message>
  <message>
   <source>表格已复制，可以粘贴到 Excel</source>
   <translation>表をコピーしました。Excelに貼り付けられます</translation>
  </message>
  <message>
   <source>查看未计入的行</source>
   <translation>対象外の行を見る</translation>
  </message>
  <message>
   <source>正在统计…</source>
   <translation>集計中…</translation>
  </message>
  <message>
   <source>还没有可以统计的数据。先导入或填写合同台账和执行台账，图表会自动画出来。</source>
   <translation>集計できるデータがまだありません。契約台帳と履行台帳を取り込むか記入すると、図が自動で描かれます。</translation>
  </message>
  <message>
   <source>去合同台账</source>
   <translation>契約台帳へ</translation>
  </message>
  <message>
   <source>去执行台账</source>
   <translation>履行台帳へ</translation>
  </message>
  <message>
   <source>统计分析 %1.xlsx</source>
   <translation>統計分析 %1.xlsx</translation>
  </message>
  <message>
   <source>已导出 %1 张表：%2</source>
   <translation>表%1件を出力しました：%2</translation>
  </message>
  <message>
   <source>离线可填</source>
   <translation>オフライン記入可</translation>
  </message>
  <message>
   <source>提示</source>
   <translation>注意</translation>
  </message>
  <message>
   <source>离线可填 · 已自动保存 %1</source>
   <translation>オフライン記入可・自動保存 %1</translation>
  </message>
  <message>
   <source>报送到省级平台</source>
   <translation>省プラットフォームへ提出</translation>
  </message>
  <message>
   <source>报送进度</source>
   <translation>提出の進捗</translation>
  </message>
  <message>
   <source>后台运行</source>
   <translation>背景で実行</translation>
  </message>
  <message>
   <source>取消报送</source>
   <translation>提出を中止</translation>
  </message>
  <message>
   <source>绑定并报送</source>
   <translation>結び付けて提出</translation>
  </message>
  <message>
   <source>（演示）%1</source>
   <translation>（デモ）%1</translation>
  </message>
  <message>
   <source>首次报送：请粘贴平台发放的报送码</source>
   <translation>初回提出：プラットフォームの提出コードを貼り付けてください</translation>
  </message>
  <message>
   <source>报送码由主管部门发放，以 ZB1. 开头，只能使用一次；用它把这台电脑与省级平台绑定，之后不再需要。</source>
   <translation>提出コードは主管部門が発行し、ZB1. で始まり1回だけ使えます。このPCを省プラットフォームに結び付け、以後は不要です。</translation>
  </message>
  <message>
   <source>报送码，必填</source>
   <translation>提出コード、必須</translation>
  </message>
  <message>
   <source>正在与省级平台建立联系…</source>
   <translation>省プラットフォームに接続中…</translation>
  </message>
  <message>
   <source>可以放到后台运行，完成后会提示；断网也不会丢，联网后自动续传。</source>
   <translation>背景で実行でき、完了すると知らせます。ネットが切れても失われず、接続後に送信を続けます。</translation>
  </message>
  <message>
   <source>正在停下：已签名的报表留在待发队列，不会丢失。</source>
   <translation>停止中：署名済みの報告書は送信待ちに残り、失われません。</translation>
  </message>
  <message>
   <source>没有报送成功</source>
   <translation>提出できませんでした</translation>
  </message>
  <message>
   <source>已取消，没有报送任何报表。</source>
   <translation>中止しました。何も提出されていません。</translation>
  </message>
  <message>
   <source>%1 处错误</source>
   <translation>エラー%1件</translation>
  </message>
  <message>
   <source>%1 处提示待说明</source>
   <translation>説明待ちの注意%1件</translation>
  </message>
  <message>
   <source>审核没有通过（%1 %2等 %3 张），没有冻结任何数据。请到“审核与报送”逐条处理后再报。</source>
   <translation>チェックに通りませんでした（%1 %2 など%3件）。何も確定していません。「チェックと提出」で1件ずつ処理して再提出してください。</translation>
  </message>
  <message>
   <source>还不能报送</source>
   <translation>まだ提出できません</translation>
  </message>
  <message>
   <source>%1 张，0 处错误</source>
   <translation>%1件、エラー0件</translation>
  </message>
  <message>
   <source>%1 行</source>
   <translation>%1行</translation>
  </message>
  <message>
   <source>已签名，留在待发队列。</source>
   <translation>署名して送信待ちに入れました。</translation>
  </message>
  <message>
   <source>已取消发送</source>
   <translation>送信を中止しました</translation>
  </message>
  <message>
   <source>待发 %1 份</source>
   <translation>送信待ち%1件</translation>
  </message>
  <message>
   <source>平台没有接收</source>
   <translation>プラットフォームが受け付けず</translation>
  </message>
  <message>
   <source>暂时没有送达</source>
   <translation>まだ届いていません</translation>
  </message>
  <message>
   <source>报表已签名并排队，联网后自动发送，不用重报。</source>
   <translation>報告書は署名済みで待機中です。接続後に自動送信され、再提出は不要です。</translation>
  </message>
  <message>
   <source>已发送 %1 份</source>
   <translation>%1件送信</translation>
  </message>
  <message>
   <source>收到回执 %1 份，签名已验证</source>
   <translation>受領書%1件、署名検証済み</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表并发回回执，现在等待主管部门反馈。</source>
   <translation>省プラットフォームが報告書%1件を受け取り、受領書を返しました。主管部門の回答待ちです。</translation>
  </message>
  <message>
   <source>没有需要报送的报表；已与省级平台同步。</source>
   <translation>提出する報告書はありません。省プラットフォームと同期しました。</translation>
  </message>
  <message>
   <source>报送完成</source>
   <translation>提出完了</translation>
  </message>
  <message>
   <source>审核与报送　%1</source>
   <translation>チェックと提出　%1</translation>
  </message>
  <message>
   <source>一并补报 %1 起没有报送的 %2 张报表（标为补报）</source>
   <translation>%1以降未提出の%2件も一緒に提出（追加提出扱い）</translation>
  </message>
  <message>
   <source>%1 处错误须修改</source>
   <translation>要修正のエラー%1件</translation>
  </message>
  <message>
   <source>%1，%2 审核</source>
   <translation>%1、%2 チェック</translation>
  </message>
  <message>
   <source>%1 处提示待说明，%2 审核</source>
   <translation>説明待ちの注意%1件、%2 チェック</translation>
  </message>
  <message>
   <source>✓ 审核通过，0 个问题，%1</source>
   <translation>✓ チェック済み、問題0件、%1</translation>
  </message>
  <message>
   <source>%1，以及以前未报的报表</source>
   <translation>%1、および以前の未提出報告書</translation>
  </message>
  <message>
   <source>本期没有错误</source>
   <translation>今期のエラーなし</translation>
  </message>
  <message>
   <source>没有发现错误</source>
   <translation>エラーなし</translation>
  </message>
  <message>
   <source>%1；以前各期另有 %2 处</source>
   <translation>%1、以前の期間に%2件</translation>
  </message>
  <message>
   <source>%1%2</source>
   <translation>%1%2</translation>
  </message>
  <message>
   <source>本期没有记录，不用报送</source>
   <translation>今期の記録なし、提出不要</translation>
  </message>
  <message>
   <source>无需报送</source>
   <translation>提出不要</translation>
  </message>
  <message>
   <source>填报</source>
   <translation>記入</translation>
  </message>
  <message>
   <source>修改</source>
   <translation>修正</translation>
  </message>
  <message>
   <source>%1 平台已收</source>
   <translation>%1 受領</translation>
  </message>
  <message>
   <source>%1；已报后有改动</source>
   <translation>%1、提出後に変更あり</translation>
  </message>
  <message>
   <source>%1，第%2版</source>
   <translation>%1、第%2版</translation>
  </message>
  <message>
   <source>已签名，等待发送到省级平台</source>
   <translation>署名済み、送信待ち</translation>
  </message>
  <message>
   <source>正在发送到省级平台</source>
   <translation>送信中</translation>
  </message>
  <message numerus="yes">
   <source>%n 处错误</source>
   <translation>
    <numerusform>エラー%n件</numerusform>
   </translation>
  </message>
  <message>
   <source>上次审核有%1，改后未重审</source>
   <translation>前回 %1、変更後未チェック</translation>
  </message>
  <message>
   <source>审核通过，%1</source>
   <translation>チェック済み、%1</translation>
  </message>
  <message>
   <source>主管部门已退回</source>
   <translation>主管部門が差戻し</translation>
  </message>
  <message>
   <source>主管部门退回：%1</source>
   <translation>主管部門の差戻し：%1</translation>
  </message>
  <message>
   <source>平台未接收，请查看原因</source>
   <translation>受け付けられず。理由を確認</translation>
  </message>
  <message>
   <source>平台拒收：%1</source>
   <translation>受付拒否：%1</translation>
  </message>
  <message>
   <source>本期已全部报送</source>
   <translation>今期はすべて提出済み</translation>
  </message>
  <message>
   <source>没有退回</source>
   <translation>差戻しなし</translation>
  </message>
  <message>
   <source>没有待反馈</source>
   <translation>回答待ちなし</translation>
  </message>
  <message>
   <source>%1 等</source>
   <translation>%1 など</translation>
  </message>
  <message>
   <source>与省级平台同步</source>
   <translation>省プラットフォームと同期</translation>
  </message>
  <message>
   <source>全部企业…</source>
   <translation>全企業…</translation>
  </message>
  <message>
   <source>添加企业…</source>
   <translation>企業を追加…</translation>
  </message>
  <message>
   <source>从备份恢复…</source>
   <translation>バックアップから復元…</translation>
  </message>
  <message>
   <source>%1 条新消息</source>
   <translation>新着%1件</translation>
  </message>
  <message>
   <source>没有新消息</source>
   <translation>新着なし</translation>
  </message>
  <message>
   <source>平均 %1（%2 个）</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>万</source>
   <translation>万</translation>
  </message>
  <message>
   <source>原文</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>执行额趋势，万美元</source>
   <translation>履行額の推移、万米ドル</translation>
  </message>
  <message>
   <source>填写或导入执行台账后，这里显示各月执行额</source>
   <translation>履行台帳を記入・取込すると、各月の履行額を表示します</translation>
  </message>
  <message>
   <source>%1　离岸 %2　在岸 %3（万美元）</source>
   <translation>%1　オフショア %2　オンショア %3（万米ドル）</translation>
  </message>
  <message>
   <source>规则包 %1</source>
   <translation>ルール %1</translation>
  </message>
  <message>
   <source>尚未绑定省级平台：首次报送时输入报送码即可，现在可以照常填报和审核。</source>
   <translation>省プラットフォームに未接続です。初回提出時に提出コードを入力します。記入とチェックは今でもできます。</translation>
  </message>
  <message>
   <source>审核通过，没有错误。</source>
   <translation>チェック済み、エラーなし。</translation>
  </message>
  <message>
   <source>审核完成：%1 处错误须修改，按 F8 逐处查看。</source>
   <translation>チェック完了：要修正のエラー%1件、F8で順に確認。</translation>
  </message>
  <message>
   <source>审核完成：没有错误，%1 处提示。</source>
   <translation>チェック完了：エラーなし、注意%1件。</translation>
  </message>
  <message>
   <source>新签合同额</source>
   <translation>新規契約額</translation>
  </message>
  <message>
   <source>服务外包收入</source>
   <translation>アウトソーシング収入</translation>
  </message>
  <message>
   <source>企业营业收入</source>
   <translation>企業営業収入</translation>
  </message>
  <message>
   <source>万元人民币</source>
   <translation>万人民元</translation>
  </message>
  <message>
   <source>报送后有改动</source>
   <translation>提出後に変更あり</translation>
  </message>
  <message>
   <source>%1没有%2数据，可在上面换一个年度或期间。</source>
   <translation>%1は%2のデータがありません。上で年度か期間を変えてください。</translation>
  </message>
  <message>
   <source>逾期未报</source>
   <translation>期限超過</translation>
  </message>
  <message>
   <source>全年报送情况</source>
   <translation>年間の提出状況</translation>
  </message>
  <message>
   <source>%1 处须处理</source>
   <translation>要対応%1件</translation>
  </message>
  <message>
   <source>第 %1 页，共 %2 页</source>
   <translation>%1／%2ページ</translation>
  </message>
  <message>
   <source>“备份”文件夹里没有这家企业的好备份；可以从别处的备份“移入”。</source>
   <translation>「バックアップ」フォルダーにこの企業の正常なバックアップがありません。別の場所のバックアップを「移入」できます。</translation>
  </message>
  <message>
   <source>最近的好备份：%1。恢复后坏的文件改名留在原处，不会删除。</source>
   <translation>最新の正常なバックアップ：%1。壊れたファイルは改名して残し、削除しません。</translation>
  </message>
  <message>
   <source>选择企业名单</source>
   <translation>企業一覧の選択</translation>
  </message>
  <message>
   <source>保存企业名单模板</source>
   <translation>企業一覧の雛形を保存</translation>
  </message>
  <message>
   <source>导出当前列表</source>
   <translation>この一覧を出力</translation>
  </message>
  <message>
   <source>已保存：%1</source>
   <translation>保存しました：%1</translation>
  </message>
  <message>
   <source>已移入并校验：%1。
设备密钥留在原来的电脑上：首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>移入し検証しました：%1。
端末の鍵は元のPCに残ります。このPCでの初回提出時に新しい提出コードを入力してください。</translation>
  </message>
  <message>
   <source>移入</source>
   <translation>移入</translation>
  </message>
  <message>
   <source>打开并升级</source>
   <translation>開いて更新</translation>
  </message>
 </context>
</TS>
