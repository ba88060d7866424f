<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="zh_CN">
 <context>
  <name>zhibao</name>
  <message>
   <source>历史</source>
   <translation>이력</translation>
  </message>
  <message>
   <source>更早的记录…</source>
   <translation>이전 기록…</translation>
  </message>
  <message>
   <source>没有修改记录</source>
   <translation>수정 기록 없음</translation>
  </message>
  <message>
   <source>整行</source>
   <translation>행 전체</translation>
  </message>
  <message>
   <source>空白</source>
   <translation>비어 있음</translation>
  </message>
  <message>
   <source>录入</source>
   <translation>입력</translation>
  </message>
  <message>
   <source>粘贴</source>
   <translation>붙여넣기</translation>
  </message>
  <message>
   <source>导入</source>
   <translation>가져오기</translation>
  </message>
  <message>
   <source>新建</source>
   <translation>새로 만듦</translation>
  </message>
  <message>
   <source>撤销</source>
   <translation>실행 취소</translation>
  </message>
  <message>
   <source>重做</source>
   <translation>다시 실행</translation>
  </message>
  <message>
   <source>新增 %1 行</source>
   <translation>행 추가: %1</translation>
  </message>
  <message>
   <source>%1 格未能识别，已按原文保留并标记</source>
   <translation>인식되지 않아 원문대로 두고 표시한 칸: %1</translation>
  </message>
  <message>
   <source>%1 格不能修改，未写入</source>
   <translation>수정할 수 없어 쓰지 않은 칸: %1</translation>
  </message>
  <message>
   <source>剪切</source>
   <translation>잘라내기</translation>
  </message>
  <message>
   <source>清除</source>
   <translation>지우기</translation>
  </message>
  <message>
   <source>粘贴 %1×%2</source>
   <translation>붙여넣기 %1×%2</translation>
  </message>
  <message>
   <source>向下填充</source>
   <translation>아래로 채우기</translation>
  </message>
  <message>
   <source>填充</source>
   <translation>채우기</translation>
  </message>
  <message>
   <source>超出最后一列</source>
   <translation>마지막 열을 넘음</translation>
  </message>
  <message>
   <source>一次最多处理 %1 格，请少选一些，或用导入、导出。</source>
   <translation>한 번에 최대 %1칸까지 처리합니다. 덜 선택하거나 가져오기·내보내기를 이용하십시오.</translation>
  </message>
  <message>
   <source>“%1”由系统生成，不能填写</source>
   <translation>“%1”은(는) 시스템이 생성하므로 입력할 수 없습니다</translation>
  </message>
  <message>
   <source>账套以只读方式打开，不能修改</source>
   <translation>장부를 읽기 전용으로 열어 수정할 수 없습니다</translation>
  </message>
  <message>
   <source>没有可以重做的操作</source>
   <translation>다시 실행할 작업이 없습니다</translation>
  </message>
  <message>
   <source>没有可以撤销的操作</source>
   <translation>실행 취소할 작업이 없습니다</translation>
  </message>
  <message>
   <source>已重做：%1</source>
   <translation>다시 실행함: %1</translation>
  </message>
  <message>
   <source>已撤销：%1</source>
   <translation>실행 취소함: %1</translation>
  </message>
  <message>
   <source> 等 %1 步</source>
   <translation> 등 %1단계</translation>
  </message>
  <message>
   <source>重试</source>
   <translation>다시 시도</translation>
  </message>
  <message>
   <source>只读打开</source>
   <translation>읽기 전용으로 열기</translation>
  </message>
  <message>
   <source>复制到本机并打开</source>
   <translation>이 PC에 복사해 열기</translation>
  </message>
  <message>
   <source>打开所在文件夹</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <source>转到那个窗口</source>
   <translation>그 창으로 이동</translation>
  </message>
  <message>
   <source>用这个备份恢复</source>
   <translation>이 백업으로 복원</translation>
  </message>
  <message>
   <source>只读打开，看能读出多少</source>
   <translation>읽기 전용으로 열어 읽을 수 있는 만큼 보기</translation>
  </message>
  <message>
   <source>打开备份文件夹</source>
   <translation>백업 폴더 열기</translation>
  </message>
  <message>
   <source>没有找到完好的备份。请不要再往这个文件里填写，先把它和“备份”文件夹复制保存好。</source>
   <translation>온전한 백업을 찾지 못했습니다. 이 파일에 더 입력하지 말고 먼저 파일과 “백업” 폴더를 복사해 두십시오.</translation>
  </message>
  <message>
   <source>最近的好备份是 %1 的（%2）。恢复后，坏的文件改名留在原处，不会删除；备份以后的修改需要补上。</source>
   <translation>가장 최근의 온전한 백업은 %1(%2)입니다. 복원하면 손상된 파일은 이름을 바꿔 남기며, 백업 이후의 수정은 다시 입력해야 합니다.</translation>
  </message>
  <message>
   <source>外包直报</source>
   <translation>Zhibao 外包直报</translation>
  </message>
  <message>
   <source>说明</source>
   <translation>설명</translation>
  </message>
  <message>
   <source>关闭</source>
   <translation>닫기</translation>
  </message>
  <message>
   <source>没有找到那个窗口：可能是命令行、另一位用户或另一台电脑正在使用，请稍后重试。</source>
   <translation>그 창을 찾지 못했습니다. 명령줄, 다른 사용자나 다른 PC가 사용 중일 수 있으니 나중에 다시 시도하십시오.</translation>
  </message>
  <message>
   <source>已从备份恢复；坏的文件留作“%1”。</source>
   <translation>백업에서 복원했습니다. 손상된 파일은 “%1”(으)로 남겨 두었습니다.</translation>
  </message>
  <message>
   <source>添加一家企业</source>
   <translation>기업 추가</translation>
  </message>
  <message>
   <source>建立账套</source>
   <translation>장부 만들기</translation>
  </message>
  <message>
   <source>不填则从当年1月起，如 2026-03</source>
   <translation>비우면 올해 1월부터, 예: 2026-03</translation>
  </message>
  <message>
   <source>统一社会信用代码</source>
   <translation>통일사회신용코드</translation>
  </message>
  <message>
   <source>企业名称</source>
   <translation>기업 명칭</translation>
  </message>
  <message>
   <source>属地</source>
   <translation>소재지</translation>
  </message>
  <message>
   <source>起报月份</source>
   <translation>시작 월</translation>
  </message>
  <message>
   <source>%1，必填</source>
   <translation>%1, 필수</translation>
  </message>
  <message>
   <source>账套建在 %1</source>
   <translation>장부 위치: %1</translation>
  </message>
  <message>
   <source>取消</source>
   <translation>취소</translation>
  </message>
  <message>
   <source>✓ 校验位正确</source>
   <translation>✓ 검증 숫자 정확</translation>
  </message>
  <message>
   <source>这家企业刚刚打开或关闭，请稍后再做。</source>
   <translation>이 기업은 방금 열리거나 닫혔습니다. 잠시 후 다시 하십시오.</translation>
  </message>
  <message>
   <source>，</source>
   <translation>, </translation>
  </message>
  <message>
   <source>全部</source>
   <translation>전체</translation>
  </message>
  <message>
   <source>未报</source>
   <translation>미제출</translation>
  </message>
  <message>
   <source>退回</source>
   <translation>반려</translation>
  </message>
  <message>
   <source>逾期</source>
   <translation>기한 초과</translation>
  </message>
  <message>
   <source>打不开</source>
   <translation>열 수 없음</translation>
  </message>
  <message>
   <source>截止 %1</source>
   <translation>마감 %1</translation>
  </message>
  <message>
   <source>已逾期</source>
   <translation>기한 초과</translation>
  </message>
  <message>
   <source>已报后有改动</source>
   <translation>제출 후 변경됨</translation>
  </message>
  <message>
   <source>只能查看（新版账套）</source>
   <translation>보기 전용(새 버전 장부)</translation>
  </message>
  <message>
   <source>报告期</source>
   <translation>보고 기간</translation>
  </message>
  <message>
   <source>显示的列</source>
   <translation>표시할 열</translation>
  </message>
  <message>
   <source>审核</source>
   <translation>검토</translation>
  </message>
  <message>
   <source>报送</source>
   <translation>제출</translation>
  </message>
  <message>
   <source>获取反馈</source>
   <translation>회신 받기</translation>
  </message>
  <message>
   <source>添加</source>
   <translation>추가</translation>
  </message>
  <message>
   <source>更多</source>
   <translation>더 보기</translation>
  </message>
  <message>
   <source>全部企业</source>
   <translation>전체 기업</translation>
  </message>
  <message>
   <source>名称、信用代码、拼音首字母</source>
   <translation>명칭, 신용코드, 병음 첫글자</translation>
  </message>
  <message>
   <source>查找企业</source>
   <translation>기업 찾기</translation>
  </message>
  <message>
   <source>本期各张报表</source>
   <translation>보고서별</translation>
  </message>
  <message>
   <source>全年：%1</source>
   <translation>연간: %1</translation>
  </message>
  <message>
   <source>本期已报 %1 / %2 家</source>
   <translation>이번 기간 제출 %1 / %2개사</translation>
  </message>
  <message>
   <source>审核 %1 家</source>
   <translation>%1개사 검토</translation>
  </message>
  <message>
   <source>报送 %1 家</source>
   <translation>%1개사 제출</translation>
  </message>
  <message>
   <source>审核全部</source>
   <translation>전체 검토</translation>
  </message>
  <message>
   <source>报送全部</source>
   <translation>전체 제출</translation>
  </message>
  <message>
   <source>添加一家企业…</source>
   <translation>기업 추가…</translation>
  </message>
  <message>
   <source>从 Excel 批量添加…</source>
   <translation>Excel에서 일괄 추가…</translation>
  </message>
  <message>
   <source>下载企业名单模板…</source>
   <translation>기업 명단 서식 내려받기…</translation>
  </message>
  <message>
   <source>移入：另一台电脑带来的账套…</source>
   <translation>들여오기: 다른 PC의 장부…</translation>
  </message>
  <message>
   <source>移出：把选中的一家搬到另一台电脑…</source>
   <translation>내보내기: 선택한 기업을 다른 PC로…</translation>
  </message>
  <message>
   <source>导出当前列表到 Excel…</source>
   <translation>현재 목록을 Excel로 내보내기…</translation>
  </message>
  <message>
   <source>换账套文件夹…</source>
   <translation>장부 폴더 변경…</translation>
  </message>
  <message>
   <source>重新读取</source>
   <translation>다시 읽기</translation>
  </message>
  <message>
   <source>选择放账套的文件夹</source>
   <translation>장부를 둘 폴더 선택</translation>
  </message>
  <message>
   <source>请先选中要移出的一家企业（点那一行），再选“移出”。</source>
   <translation>먼저 내보낼 기업의 행을 선택한 뒤 “내보내기”를 누르십시오.</translation>
  </message>
  <message>
   <source>企业</source>
   <translation>기업</translation>
  </message>
  <message>
   <source>其他各期</source>
   <translation>다른 기간</translation>
  </message>
  <message>
   <source>全选或全不选</source>
   <translation>전체 선택/해제</translation>
  </message>
  <message>
   <source>%1（演示）</source>
   <translation>%1 (시연)</translation>
  </message>
  <message>
   <source>正在读取…</source>
   <translation>읽는 중…</translation>
  </message>
  <message>
   <source>选中%1</source>
   <translation>%1 선택</translation>
  </message>
  <message>
   <source>正在另一个窗口中使用，只能查看状态</source>
   <translation>다른 창에서 사용 중이므로 상태만 볼 수 있습니다</translation>
  </message>
  <message>
   <source>双击看有什么办法。</source>
   <translation>두 번 클릭하면 해결 방법이 나옵니다.</translation>
  </message>
  <message>
   <source>换文件夹</source>
   <translation>폴더 변경</translation>
  </message>
  <message>
   <source>从 Excel 批量添加</source>
   <translation>Excel에서 일괄 추가</translation>
  </message>
  <message>
   <source>选择账套文件夹</source>
   <translation>장부 폴더 선택</translation>
  </message>
  <message>
   <source>，正在读取…</source>
   <translation>, 읽는 중…</translation>
  </message>
  <message>
   <source>%1　共 %2 家，列出 %3 家</source>
   <translation>%1　모두 %2개사, 표시 %3개사</translation>
  </message>
  <message>
   <source>没有符合“%1”的企业。换一个筛选或搜索词，就能看到其余企业。</source>
   <translation>“%1”에 맞는 기업이 없습니다. 필터나 검색어를 바꾸면 나머지 기업이 보입니다.</translation>
  </message>
  <message>
   <source>这个文件夹里还没有账套：%1</source>
   <translation>이 폴더에는 아직 장부가 없습니다: %1</translation>
  </message>
  <message>
   <source>有错误</source>
   <translation>오류 있음</translation>
  </message>
  <message>
   <source>逾期未报</source>
   <translation>기한 초과</translation>
  </message>
  <message>
   <source>把问题标回我的 Excel…</source>
   <translation>문제를 내 Excel에 표시…</translation>
  </message>
  <message>
   <source>另存一份：问题标在各自的单元格上并写明改法，第一张表列出全部问题；原文件不动。</source>
   <translation>사본을 저장합니다. 문제마다 해당 셀에 고치는 방법과 함께 표시하고 첫 시트에 전체 목록을 둡니다. 원본은 그대로입니다.</translation>
  </message>
  <message>
   <source>打开标注的文件</source>
   <translation>표시한 파일 열기</translation>
  </message>
  <message>
   <source>另存标注了问题的工作簿</source>
   <translation>문제를 표시한 통합 문서 저장</translation>
  </message>
  <message>
   <source>正在标注 %1 …</source>
   <translation>%1 표시 중…</translation>
  </message>
  <message>
   <source>正在标注：%1 / %2 行</source>
   <translation>표시하는 중: %1 / %2행</translation>
  </message>
  <message>
   <source>已另存为 %2：%1 个问题标在各自的单元格上，原文件没有改动。</source>
   <translation>%2(으)로 저장했습니다. 문제 %1건을 해당 셀에 표시했으며 원본은 바뀌지 않았습니다.</translation>
  </message>
  <message>
   <source>取消发送%1？</source>
   <translation>%1 전송을 취소하시겠습니까?</translation>
  </message>
  <message>
   <source>它还没有发出，平台不知道有这一份。取消后数据都在，可以接着改，改好重新报送。</source>
   <translation>아직 전송되지 않아 플랫폼은 알지 못합니다. 취소해도 데이터는 그대로이니 고쳐서 다시 제출하십시오.</translation>
  </message>
  <message>
   <source>取消发送</source>
   <translation>전송 취소</translation>
  </message>
  <message>
   <source>撤回%1？</source>
   <translation>%1을(를) 철회하시겠습니까?</translation>
  </message>
  <message>
   <source>平台已收到，还没有审核。撤回后平台把这一份作废并留下撤回记录，本期须在截止前重新报送。</source>
   <translation>플랫폼이 받았지만 아직 심사하지 않았습니다. 철회하면 무효가 되고 철회 기록이 남으며, 마감 전에 다시 제출해야 합니다.</translation>
  </message>
  <message>
   <source>它所更正的上一版重新有效。</source>
   <translation>정정 전의 판이 다시 유효해집니다.</translation>
  </message>
  <message>
   <source>本机的数据和回执都保留。</source>
   <translation>이 PC의 데이터와 접수증은 그대로 남습니다.</translation>
  </message>
  <message>
   <source>撤回</source>
   <translation>철회</translation>
  </message>
  <message>
   <source>不撤回</source>
   <translation>철회 안 함</translation>
  </message>
  <message>
   <source>更正申报</source>
   <translation>정정 제출</translation>
  </message>
  <message>
   <source>更正会打开这一期供修改，改好后作为下一版报送；
平台受理新版以前，已受理的这一版仍然有效。

更正原因（随更正申报上报）：</source>
   <translation>정정하면 이 기간을 수정할 수 있고 다음 판으로 제출합니다.
새 판이 수리될 때까지는 수리된 판이 유효합니다.

정정 사유(정정과 함께 제출됨):</translation>
  </message>
  <message>
   <source>开始更正</source>
   <translation>정정 시작</translation>
  </message>
  <message>
   <source>立即备份</source>
   <translation>지금 백업</translation>
  </message>
  <message>
   <source>恢复演练</source>
   <translation>복원 연습</translation>
  </message>
  <message>
   <source>备份时间</source>
   <translation>백업 시각</translation>
  </message>
  <message>
   <source>大小</source>
   <translation>크기</translation>
  </message>
  <message>
   <source>校验</source>
   <translation>검증</translation>
  </message>
  <message>
   <source>文件</source>
   <translation>파일</translation>
  </message>
  <message>
   <source>备份</source>
   <translation>백업</translation>
  </message>
  <message>
   <source>恢复成新账套</source>
   <translation>새 장부로 복원</translation>
  </message>
  <message>
   <source>重新核对</source>
   <translation>다시 검증</translation>
  </message>
  <message>
   <source>备份与恢复</source>
   <translation>백업과 복원</translation>
  </message>
  <message>
   <source>打开文件夹</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <source>程序退出前自动备份有改动的账套；保留最近10份和每月一份，每份写完都逐页校验。</source>
   <translation>변경된 장부는 종료 시 자동 백업됩니다. 최근 10개와 매월 1개를 보관하며 쓸 때마다 쪽 단위로 검증합니다.</translation>
  </message>
  <message>
   <source>换一台电脑</source>
   <translation>다른 PC로 옮기기</translation>
  </message>
  <message>
   <source>1. 在这台电脑点“导出账套”，选 U 盘或文件夹：写出一份校验过的账套，数据、回执、历史都在里面。</source>
   <translation>1. 이 PC에서 “장부 내보내기”를 눌러 USB나 폴더를 고르면 데이터, 접수증, 이력이 모두 든 검증된 장부가 만들어집니다.</translation>
  </message>
  <message>
   <source>2. 在那台电脑点“从文件移入”，选这份账套，即可接着填报。</source>
   <translation>2. 다른 PC에서 “파일에서 들여오기”로 이 장부를 선택하면 이어서 작성할 수 있습니다.</translation>
  </message>
  <message>
   <source>3. 设备密钥留在这台电脑，不随账套走：到那边首次报送时，向主管部门要一个新的报送码重新开通。</source>
   <translation>3. 기기 키는 이 PC에 남습니다. 새 PC에서 처음 제출할 때는 플랫폼에서 새 제출 코드를 받아 다시 개통하십시오.</translation>
  </message>
  <message>
   <source>移走以后只在一台电脑上填报，以免两边各改各的。</source>
   <translation>옮긴 뒤에는 한 PC에서만 작성하여 서로 달라지지 않게 하십시오.</translation>
  </message>
  <message>
   <source>导出账套…</source>
   <translation>장부 내보내기…</translation>
  </message>
  <message>
   <source>从文件移入…</source>
   <translation>파일에서 들여오기…</translation>
  </message>
  <message>
   <source>写后已校验</source>
   <translation>쓴 뒤 검증됨</translation>
  </message>
  <message>
   <source>未核对</source>
   <translation>검증 안 됨</translation>
  </message>
  <message>
   <source>备份文件夹：%1（可在“设置”里更改）</source>
   <translation>백업 폴더: %1 (“설정”에서 변경)</translation>
  </message>
  <message>
   <source>还没有做过恢复演练。演练把最近的备份恢复到临时位置并与账套比对，不动现有数据。</source>
   <translation>아직 복원 연습을 하지 않았습니다. 연습은 최근 백업을 임시 위치에 복원해 장부와 비교하며 기존 데이터는 건드리지 않습니다.</translation>
  </message>
  <message>
   <source>上次演练没有成功 %1：%2</source>
   <translation>지난 연습 실패 %1: %2</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与账套逐行一致。</source>
   <translation>지난 복원 연습 성공 %1: %2, 장부와 행 단위로 일치.</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1：%2，与备份时一致；备份以后账套又有改动。</source>
   <translation>지난 복원 연습 성공 %1: %2, 백업 당시와 일치. 이후 장부에 변경이 있습니다.</translation>
  </message>
  <message>
   <source>%1%2行</source>
   <translation>%1 %2행</translation>
  </message>
  <message>
   <source>空账套</source>
   <translation>빈 장부</translation>
  </message>
  <message>
   <source>正在备份并校验…</source>
   <translation>백업하고 검증하는 중…</translation>
  </message>
  <message>
   <source>已备份并校验：%1</source>
   <translation>백업·검증 완료: %1</translation>
  </message>
  <message>
   <source>正在把最近的备份恢复到临时位置并比对…</source>
   <translation>최근 백업을 임시 위치에 복원해 비교하는 중…</translation>
  </message>
  <message>
   <source>演练没有成功，请看下面的原因。</source>
   <translation>연습에 실패했습니다. 아래 이유를 보십시오.</translation>
  </message>
  <message>
   <source>演练完成，备份可用。</source>
   <translation>연습 완료, 백업을 사용할 수 있습니다.</translation>
  </message>
  <message>
   <source>正在逐页核对…</source>
   <translation>쪽 단위로 검증하는 중…</translation>
  </message>
  <message>
   <source>核对完好：%1</source>
   <translation>검증 완료: %1</translation>
  </message>
  <message>
   <source>已恢复成新账套：%1。原来的账套没有变化。</source>
   <translation>새 장부로 복원함: %1. 원래 장부는 그대로입니다.</translation>
  </message>
  <message>
   <source>正在写出并校验…</source>
   <translation>쓰고 검증하는 중…</translation>
  </message>
  <message>
   <source>已写出并校验：%1</source>
   <translation>쓰기·검증 완료: %1</translation>
  </message>
  <message>
   <source>已移入：%1。首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>들여옴: %1. 이 PC에서 처음 제출할 때 플랫폼이 발급한 새 제출 코드를 입력하십시오.</translation>
  </message>
  <message>
   <source>正在恢复并校验…</source>
   <translation>복원하고 검증하는 중…</translation>
  </message>
  <message>
   <source>现在打开</source>
   <translation>지금 열기</translation>
  </message>
  <message>
   <source>以后再说</source>
   <translation>나중에</translation>
  </message>
  <message>
   <source>导出到哪个文件夹</source>
   <translation>내보낼 폴더</translation>
  </message>
  <message>
   <source>选择移入的账套</source>
   <translation>들여올 장부 선택</translation>
  </message>
  <message>
   <source>账套 (*.zhibao)</source>
   <translation>장부 (*.zhibao)</translation>
  </message>
  <message>
   <source>已取消，没有动这家企业的账套。</source>
   <translation>취소되어 이 기업의 장부를 건드리지 않았습니다.</translation>
  </message>
  <message>
   <source>%1 张审核通过：%2</source>
   <translation>%1장 검토 통과: %2</translation>
  </message>
  <message>
   <source>%1 张已报送，回执已验证：%2</source>
   <translation>%1장 제출, 접수증 검증됨: %2</translation>
  </message>
  <message>
   <source>已取消发送。</source>
   <translation>전송을 취소했습니다.</translation>
  </message>
  <message>
   <source>已签名，%1 张待发送，联网后再点“报送”即补发：%2</source>
   <translation>서명됨, %1장 전송 대기. 연결 후 “제출”을 다시 누르면 전송됩니다: %2</translation>
  </message>
  <message>
   <source>发出 %1 张</source>
   <translation>전송 %1장</translation>
  </message>
  <message>
   <source>收到回执 %1 张</source>
   <translation>접수증 %1장</translation>
  </message>
  <message>
   <source>退回 %1 张</source>
   <translation>반려 %1장</translation>
  </message>
  <message>
   <source>没有新消息</source>
   <translation>새 알림 없음</translation>
  </message>
  <message>
   <source>退回的 %1 张还没有修改</source>
   <translation>반려된 %1장이 아직 수정되지 않음</translation>
  </message>
  <message>
   <source>；以前各期还有 %1 张未报</source>
   <translation>, 이전 기간 미제출 %1장</translation>
  </message>
  <message>
   <source>；另有退回未改 %1 张，不在内</source>
   <translation>, 반려 후 미수정 %1장은 제외</translation>
  </message>
  <message>
   <source>这个账套由更新版本的程序建立，本程序只能查看、导出和打印；更新程序后再修改。</source>
   <translation>이 장부는 더 새로운 버전에서 만들어져 보기, 내보내기, 인쇄만 할 수 있습니다. 프로그램을 업데이트하면 수정할 수 있습니다.</translation>
  </message>
  <message>
   <source>账套以只读方式打开，可以查看、导出和打印，不能修改。</source>
   <translation>장부를 읽기 전용으로 열었습니다. 보기, 내보내기, 인쇄만 할 수 있습니다.</translation>
  </message>
  <message>
   <source>重新打开以便修改</source>
   <translation>다시 열어 수정</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，再填可能存不下。请先清理磁盘；已填的都已保存。</source>
   <translation>디스크에 %1 MB만 남아 더 입력하면 저장되지 않을 수 있습니다. 먼저 정리하십시오. 입력한 내용은 모두 저장되었습니다.</translation>
  </message>
  <message>
   <source>磁盘只剩 %1 MB，请尽快清理，以免填报和备份存不下。</source>
   <translation>디스크에 %1 MB만 남았습니다. 작성과 백업을 위해 빨리 정리하십시오.</translation>
  </message>
  <message>
   <source>上次没有正常退出。账套已核对完好，那次打开以后没有新的录入。</source>
   <translation>지난번에 정상 종료되지 않았습니다. 장부는 검증 결과 이상 없으며, 그때 연 뒤 새 입력은 없었습니다.</translation>
  </message>
  <message>
   <source>上次异常退出，已恢复到 %1 的最后一次录入：%2。账套已核对完好，可以接着填。</source>
   <translation>지난번에 비정상 종료되었습니다. %1의 마지막 입력까지 복구했습니다: %2. 장부는 이상 없으니 계속 작성하십시오.</translation>
  </message>
  <message>
   <source>这一步没有做成，程序遇到了一个错误。</source>
   <translation>이 단계를 마치지 못했습니다. 프로그램에 오류가 발생했습니다.</translation>
  </message>
  <message>
   <source>已填的数据都已保存，可以继续使用。如果再次出现，请把下面的详细信息发给技术支持。</source>
   <translation>입력한 내용은 모두 저장되었으니 계속 사용할 수 있습니다. 다시 발생하면 아래 상세 정보를 기술 지원에 보내 주십시오.</translation>
  </message>
  <message>
   <source>进度</source>
   <translation>진행률</translation>
  </message>
  <message>
   <source>其他国家（地区）</source>
   <translation>기타 국가(지역)</translation>
  </message>
  <message>
   <source>%1按发包方国别（地区）</source>
   <translation>발주처 국가(지역)별 %1</translation>
  </message>
  <message>
   <source>国别（地区）</source>
   <translation>국가(지역)</translation>
  </message>
  <message>
   <source>其他</source>
   <translation>기타</translation>
  </message>
  <message>
   <source>%1按发包方（前十家）</source>
   <translation>발주처별 %1 (상위 10개)</translation>
  </message>
  <message>
   <source>发包方</source>
   <translation>발주처</translation>
  </message>
  <message>
   <source>没有登记类别</source>
   <translation>분류 미등록</translation>
  </message>
  <message>
   <source>未填小类</source>
   <translation>세분류 미입력</translation>
  </message>
  <message>
   <source>%1按业务类别</source>
   <translation>업무 분류별 %1</translation>
  </message>
  <message>
   <source>业务类别</source>
   <translation>업무 분류</translation>
  </message>
  <message>
   <source>合计</source>
   <translation>합계</translation>
  </message>
  <message>
   <source>按%1</source>
   <translation>%1별</translation>
  </message>
  <message>
   <source>占比</source>
   <translation>비중</translation>
  </message>
  <message>
   <source>笔数</source>
   <translation>건수</translation>
  </message>
  <message>
   <source>，占 %1</source>
   <translation>, 비중 %1</translation>
  </message>
  <message>
   <source>，%1 笔</source>
   <translation>, %1건</translation>
  </message>
  <message>
   <source>已过期</source>
   <translation>만료</translation>
  </message>
  <message>
   <source>%1天内到期</source>
   <translation>%1일 내 만료</translation>
  </message>
  <message>
   <source>以后到期</source>
   <translation>이후 만료</translation>
  </message>
  <message>
   <source>未填有效期</source>
   <translation>유효기한 미입력</translation>
  </message>
  <message>
   <source>已换新证</source>
   <translation>새 인증서로 교체</translation>
  </message>
  <message>
   <source>已失效</source>
   <translation>실효</translation>
  </message>
  <message>
   <source>资质认证</source>
   <translation>자격 인증</translation>
  </message>
  <message>
   <source>资质认证有效期</source>
   <translation>자격 인증 유효기간</translation>
  </message>
  <message>
   <source>项</source>
   <translation>건</translation>
  </message>
  <message>
   <source>认证名称</source>
   <translation>인증 명칭</translation>
  </message>
  <message>
   <source>有效期至</source>
   <translation>유효기한</translation>
  </message>
  <message>
   <source>还有天数</source>
   <translation>남은 일수</translation>
  </message>
  <message>
   <source>情况</source>
   <translation>상황</translation>
  </message>
  <message>
   <source>证书编号</source>
   <translation>인증서 번호</translation>
  </message>
  <message>
   <source>还没有登记资质认证。到“资质认证”登记后，这里按有效期提醒。</source>
   <translation>아직 등록한 자격 인증이 없습니다. “자격 인증”에 등록하면 유효기간을 여기서 알려 줍니다.</translation>
  </message>
  <message>
   <source>%1 项</source>
   <translation>%1건</translation>
  </message>
  <message>
   <source>%1：%2 项</source>
   <translation>%1: %2건</translation>
  </message>
  <message>
   <source>本年</source>
   <translation>올해</translation>
  </message>
  <message>
   <source>未报送或有改动</source>
   <translation>미제출 또는 변경됨</translation>
  </message>
  <message>
   <source>上年同期</source>
   <translation>전년 동기</translation>
  </message>
  <message>
   <source>%1按月</source>
   <translation>월별 %1</translation>
  </message>
  <message>
   <source>月份</source>
   <translation>월</translation>
  </message>
  <message>
   <source>同比</source>
   <translation>전년 대비</translation>
  </message>
  <message>
   <source>状态</source>
   <translation>상태</translation>
  </message>
  <message>
   <source>，上年同期 %1</source>
   <translation>, 전년 동기 %1</translation>
  </message>
  <message>
   <source>，同比 %1</source>
   <translation>, 전년 대비 %1</translation>
  </message>
  <message>
   <source>离岸</source>
   <translation>오프쇼어</translation>
  </message>
  <message>
   <source>在岸</source>
   <translation>온쇼어</translation>
  </message>
  <message>
   <source>未注明</source>
   <translation>미표시</translation>
  </message>
  <message>
   <source>离岸占比</source>
   <translation>오프쇼어 비중</translation>
  </message>
  <message>
   <source>离岸占比（%1）</source>
   <translation>오프쇼어 비중(%1)</translation>
  </message>
  <message>
   <source>在岸和未注明</source>
   <translation>온쇼어와 미표시</translation>
  </message>
  <message>
   <source>不计算</source>
   <translation>계산 안 함</translation>
  </message>
  <message>
   <source>%1：离岸 %2，在岸 %3，离岸占比 %4</source>
   <translation>%1: 오프쇼어 %2, 온쇼어 %3, 오프쇼어 비중 %4</translation>
  </message>
  <message>
   <source>%1月</source>
   <translation>%1월</translation>
  </message>
  <message>
   <source>计算器</source>
   <translation>계산기</translation>
  </message>
  <message>
   <source>算式</source>
   <translation>계산식</translation>
  </message>
  <message>
   <source>如 1200*3+56.7 或 12.5万</source>
   <translation>예: 1200*3+56.7 또는 12.5万</translation>
  </message>
  <message>
   <source>填入  Enter</source>
   <translation>입력  Enter</translation>
  </message>
  <message>
   <source>填入“%1”</source>
   <translation>“%1”에 입력</translation>
  </message>
  <message>
   <source>请输入算式</source>
   <translation>계산식을 입력하십시오</translation>
  </message>
  <message>
   <source>算不出</source>
   <translation>계산할 수 없음</translation>
  </message>
  <message>
   <source>%1 个月</source>
   <translation>%1개월</translation>
  </message>
  <message>
   <source>本表没有可以写说明的核实项；错误须修改，不能用说明代替</source>
   <translation>이 표에는 소명할 경고가 없습니다. 오류는 고쳐야 하며 소명으로 대신할 수 없습니다</translation>
  </message>
  <message>
   <source>本期没有核实项，不用写说明；请按批注修改后再报</source>
   <translation>이번 기간에 경고가 없어 소명이 필요 없습니다. 의견대로 고친 뒤 다시 제출하십시오</translation>
  </message>
  <message>
   <source>填报说明已保存，随报表上报；核实项都已说明</source>
   <translation>소명을 저장했으며 보고서와 함께 제출됩니다. 경고는 모두 소명되었습니다</translation>
  </message>
  <message>
   <source>从上期带入</source>
   <translation>지난 기간에서 가져오기</translation>
  </message>
  <message>
   <source>把上期填写的各项带入本期的空白项</source>
   <translation>지난 기간에 입력한 항목을 이번 기간의 빈 항목으로 가져옵니다</translation>
  </message>
  <message>
   <source>零申报</source>
   <translation>무실적 신고</translation>
  </message>
  <message>
   <source>本期没有新签合同，也没有执行额：选“零申报”并说明原因</source>
   <translation>이번 기간에 신규 계약도 이행금액도 없으면 “무실적 신고”를 선택하고 사유를 적으십시오</translation>
  </message>
  <message>
   <source>单位：万元</source>
   <translation>단위: 만</translation>
  </message>
  <message>
   <source>单位：元</source>
   <translation>단위: 원단위</translation>
  </message>
  <message>
   <source>金额单位</source>
   <translation>금액 단위</translation>
  </message>
  <message>
   <source>打印</source>
   <translation>인쇄</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF（Ctrl+P）</source>
   <translation>인쇄 미리보기, PDF 저장 (Ctrl+P)</translation>
  </message>
  <message>
   <source>审核  F9</source>
   <translation>검토  F9</translation>
  </message>
  <message>
   <source>显示或隐藏指标解释</source>
   <translation>지표 설명 표시 또는 숨기기</translation>
  </message>
  <message>
   <source>定位批注</source>
   <translation>의견 위치로</translation>
  </message>
  <message>
   <source>写说明  Shift+F2</source>
   <translation>소명 쓰기  Shift+F2</translation>
  </message>
  <message>
   <source>已报送，不能直接改。要改，到“报送记录”办理更正或撤回。</source>
   <translation>제출되어 여기서 고칠 수 없습니다. 고치려면 “제출 기록”에서 정정하거나 철회하십시오.</translation>
  </message>
  <message>
   <source>去报送记录</source>
   <translation>제출 기록으로</translation>
  </message>
  <message>
   <source>未开始</source>
   <translation>시작 전</translation>
  </message>
  <message>
   <source>报告期 %1 · 表号 %2 · 截止 %3</source>
   <translation>보고 기간 %1 · 표 번호 %2 · 마감 %3</translation>
  </message>
  <message>
   <source>主管部门退回（%1 %2）：%3 共 %4 处批注。</source>
   <translation>주관부서 반려(%1 %2): %3 의견 %4건.</translation>
  </message>
  <message>
   <source>指标解释</source>
   <translation>지표 설명</translation>
  </message>
  <message>
   <source>把光标放到某一项，这里说明它的含义、口径和取数来源。</source>
   <translation>항목에 커서를 두면 의미, 범위, 출처를 여기서 설명합니다.</translation>
  </message>
  <message>
   <source>口径</source>
   <translation>범위</translation>
  </message>
  <message>
   <source>取数</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>示例</source>
   <translation>예</translation>
  </message>
  <message>
   <source>常见错误</source>
   <translation>흔한 오류</translation>
  </message>
  <message>
   <source>明细</source>
   <translation>명세</translation>
  </message>
  <message>
   <source>本年累计只含已报送的月份：缺%1。补报以后自动算全。</source>
   <translation>올해 누계는 제출된 달만 포함합니다. %1 없음. 추가 제출하면 자동으로 모두 계산됩니다.</translation>
  </message>
  <message>
   <source>去补报以前的月份</source>
   <translation>이전 달 추가 제출하기</translation>
  </message>
  <message>
   <source>查看%1明细</source>
   <translation>%1 명세 보기</translation>
  </message>
  <message>
   <source>本表全部指标</source>
   <translation>이 서식의 모든 지표</translation>
  </message>
  <message>
   <source>填报说明</source>
   <translation>소명</translation>
  </message>
  <message>
   <source>改说明  Shift+F2</source>
   <translation>소명 고치기  Shift+F2</translation>
  </message>
  <message>
   <source>批注</source>
   <translation>의견</translation>
  </message>
  <message>
   <source>“%1”由您填写%2；合同额、执行额等由台账自动合计，不用取数。</source>
   <translation>“%1”은(는) 직접 입력합니다%2. 계약액·이행금액 등은 대장에서 자동 합산되므로 가져올 필요가 없습니다.</translation>
  </message>
  <message>
   <source>，取自%1</source>
   <translation>, 출처 %1</translation>
  </message>
  <message>
   <source>缺%1，去补报</source>
   <translation>%1 없음, 추가 제출</translation>
  </message>
  <message>
   <source>本年累计只含已报送的月份：缺%1</source>
   <translation>올해 누계는 제출된 달만 포함: %1 없음</translation>
  </message>
  <message>
   <source>由台账自动汇总，双击查看明细</source>
   <translation>대장에서 자동 집계, 두 번 클릭하면 명세</translation>
  </message>
  <message>
   <source>有错误：%1</source>
   <translation>오류: %1</translation>
  </message>
  <message>
   <source>请核实：%1</source>
   <translation>경고: %1</translation>
  </message>
  <message>
   <source>%1。去改</source>
   <translation>%1. 여기를 눌러 수정</translation>
  </message>
  <message>
   <source>已从上期带入 %1 项，请逐项核对。按 Ctrl+Z 撤销</source>
   <translation>지난 기간에서 %1개 항목을 가져왔습니다. 하나씩 확인하십시오. Ctrl+Z로 취소</translation>
  </message>
  <message>
   <source>上期没有可以带入的内容</source>
   <translation>지난 기간에 가져올 내용이 없습니다</translation>
  </message>
  <message>
   <source>取消零申报</source>
   <translation>무실적 신고 취소</translation>
  </message>
  <message>
   <source>填写“%1”</source>
   <translation>“%1” 입력</translation>
  </message>
  <message>
   <source>（空白）</source>
   <translation>(비어 있음)</translation>
  </message>
  <message>
   <source>（未识别）</source>
   <translation>(인식 안 됨)</translation>
  </message>
  <message>
   <source>把 Excel 文件拖到这里，或者</source>
   <translation>Excel 파일을 여기에 끌어 놓거나</translation>
  </message>
  <message>
   <source>选择文件…</source>
   <translation>파일 선택…</translation>
  </message>
  <message>
   <source>列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。</source>
   <translation>열 순서와 이름이 서식과 달라도 됩니다. 미리 보고 확인한 뒤에 장부에 쓰며 취소할 수 있습니다.</translation>
  </message>
  <message>
   <source>下载模板</source>
   <translation>서식 내려받기</translation>
  </message>
  <message>
   <source>从哪个月起在本系统报送</source>
   <translation>이 시스템에서 보고를 시작하는 달</translation>
  </message>
  <message>
   <source>年中开始使用的企业，把起报以前已由原系统受理的合同、每份合同至今的累计执行、当年各月已报的数，从一个 Excel 文件一次带入。带入的行不用再报，以后的变更、执行接着登记。</source>
   <translation>연중에 시작하는 기업은 이전 시스템에서 접수된 계약, 계약별 누적 이행, 그해 각 달의 보고 수치를 Excel 파일 하나로 한 번에 가져옵니다. 가져온 행은 다시 보고하지 않으며, 이후의 변경과 이행은 이어서 등록합니다.</translation>
  </message>
  <message>
   <source>也可以把文件拖到这里。先预览份数、合计和问题，确认后才写入账套；报送以前可以撤销。</source>
   <translation>파일을 여기로 끌어와도 됩니다. 먼저 건수, 합계, 문제를 보여 주고 확인한 뒤에만 기록하며, 보고 전에는 취소할 수 있습니다.</translation>
  </message>
  <message>
   <source>先签名排队，以后开通</source>
   <translation>서명해 대기시키고 나중에 개통</translation>
  </message>
  <message>
   <source>报送码由主管部门发放，以 ZB1. 开头，只能使用一次；用它为这台电脑开通报送，以后不再需要。</source>
   <translation>제출 코드는 주관부서가 발급하며 ZB1. 로 시작하고 한 번만 쓸 수 있습니다. 이 PC를 제출용으로 개통하며 이후에는 필요 없습니다.</translation>
  </message>
  <message>
   <source>报送码，必填</source>
   <translation>제출 코드, 필수</translation>
  </message>
  <message>
   <source>没有网络，或还没有报送码？可以先签名排队：内容就此定稿，开通以后自动发送。</source>
   <translation>네트워크가 없거나 아직 보고 코드가 없나요? 먼저 서명해 대기시킬 수 있습니다. 내용은 확정되며 개통하면 자동으로 전송됩니다.</translation>
  </message>
  <message>
   <source>正在与省级平台建立联系…</source>
   <translation>성급 플랫폼에 연결하는 중…</translation>
  </message>
  <message>
   <source>红 * 必填</source>
   <translation>빨간 * 필수</translation>
  </message>
  <message>
   <source>灰 * 视情况必填：该填而没填时，审核会指出来</source>
   <translation>회색 * 경우에 따라 필수: 빠진 곳은 검토가 알려 줍니다</translation>
  </message>
  <message>
   <source>列</source>
   <translation>열</translation>
  </message>
  <message>
   <source>列名</source>
   <translation>열 이름</translation>
  </message>
  <message>
   <source>样例</source>
   <translation>예시</translation>
  </message>
  <message>
   <source>对应的指标</source>
   <translation>대응 지표</translation>
  </message>
  <message>
   <source>单位</source>
   <translation>단위</translation>
  </message>
  <message>
   <source>列对应</source>
   <translation>열 대응</translation>
  </message>
  <message>
   <source>读入对应关系…</source>
   <translation>대응 불러오기…</translation>
  </message>
  <message>
   <source>存为文件…</source>
   <translation>파일로 저장…</translation>
  </message>
  <message>
   <source>不用记住的对应</source>
   <translation>저장된 대응 사용 안 함</translation>
  </message>
  <message>
   <source>%1 列对应的指标</source>
   <translation>%1열의 대응 지표</translation>
  </message>
  <message>
   <source>— 不导入 —</source>
   <translation>— 가져오지 않음 —</translation>
  </message>
  <message>
   <source>%1（按内容看可能是）</source>
   <translation>%1(내용상 가능)</translation>
  </message>
  <message>
   <source>%1（按内容认出）</source>
   <translation>%1 (내용으로 인식)</translation>
  </message>
  <message>
   <source>%1 列的单位</source>
   <translation>%1열의 단위</translation>
  </message>
  <message>
   <source>没写，按%1</source>
   <translation>없음, %1 기준</translation>
  </message>
  <message>
   <source>%1（像是）</source>
   <translation>%1(추정)</translation>
  </message>
  <message>
   <source>每一列导入成哪个指标，可以改；改过的按这种表头记住，下次不用再选。</source>
   <translation>각 열이 어떤 지표로 들어가는지 바꿀 수 있으며, 바꾼 내용은 같은 표 머리글에 대해 기억됩니다.</translation>
  </message>
  <message>
   <source>“%1”的列名认不出来，是按内容认出的；请核对，对的就按下一步，不对的请改。</source>
   <translation>“%1”의 열 이름은 알 수 없어 내용으로 인식했습니다. 확인하여 맞으면 다음을 누르고, 아니면 바꾸십시오.</translation>
  </message>
  <message>
   <source>请看“%1”的单位：列头没有写，按以前的金额看像是以万为单位；不改就照数读入，不换算。</source>
   <translation>“%1”의 단위를 확인하세요. 머리글에 없으며 이전 금액으로 보면 만 단위로 보입니다. 바꾸지 않으면 숫자 그대로 읽습니다.</translation>
  </message>
  <message>
   <source>%1列对应.json</source>
   <translation>%1 열 대응.json</translation>
  </message>
  <message>
   <source>保存列对应关系</source>
   <translation>열 대응 저장</translation>
  </message>
  <message>
   <source>列对应关系已保存：%1</source>
   <translation>열 대응을 저장했습니다: %1</translation>
  </message>
  <message>
   <source>读入列对应关系</source>
   <translation>열 대응 불러오기</translation>
  </message>
  <message>
   <source>这份对应关系里的列名，文件里一个也没有。</source>
   <translation>이 대응의 열 이름이 파일에 하나도 없습니다.</translation>
  </message>
  <message>
   <source>已按 %1 对应 %2 列。</source>
   <translation>%1에 따라 %2개 열을 대응했습니다.</translation>
  </message>
  <message>
   <source>本期 %1 处，其他月份 %2 处</source>
   <translation>이번 기간 %1곳, 다른 달 %2곳</translation>
  </message>
  <message>
   <source>其他月份 %1 处</source>
   <translation>다른 달 %1곳</translation>
  </message>
  <message>
   <source>本期 %1 处</source>
   <translation>이번 기간 %1곳</translation>
  </message>
  <message>
   <source>错误须修改：%1</source>
   <translation>수정할 오류: %1</translation>
  </message>
  <message>
   <source>核实项待说明：%1</source>
   <translation>소명할 경고: %1</translation>
  </message>
  <message>
   <source>已输入 %1 位，共 18 位</source>
   <translation>18자리 중 %1자리</translation>
  </message>
  <message>
   <source>校验通过</source>
   <translation>검증 통과</translation>
  </message>
  <message>
   <source>如 2026-09-30、9-30、0930</source>
   <translation>예: 2026-09-30, 9-30, 0930</translation>
  </message>
  <message>
   <source>演示日期 %1</source>
   <translation>데모 날짜 %1</translation>
  </message>
  <message>
   <source>演示企业的“今天”固定在 %1：本期已经过完、还没到截止日，正好练习一遍。截止天数、报送时间都按这一天算；真实企业按电脑的日期。</source>
   <translation>데모 기업의 “오늘”은 %1로 고정되어 있습니다. 이번 기가 끝났고 마감일 전이라 전 과정을 연습하기 좋습니다. 남은 일수와 보고 시각은 이 날짜로 계산하며, 실제 기업은 컴퓨터의 날짜를 씁니다.</translation>
  </message>
  <message>
   <source>位置</source>
   <translation>위치</translation>
  </message>
  <message>
   <source>指标</source>
   <translation>항목</translation>
  </message>
  <message>
   <source>报送时</source>
   <translation>제출 당시</translation>
  </message>
  <message>
   <source>现在</source>
   <translation>현재</translation>
  </message>
  <message>
   <source>与现在的差异</source>
   <translation>현재와의 차이</translation>
  </message>
  <message>
   <source>正在比对…</source>
   <translation>비교 중…</translation>
  </message>
  <message>
   <source>✓ 现在的数据与报送时完全一致。</source>
   <translation>✓ 현재 데이터가 제출 당시와 완전히 일치합니다.</translation>
  </message>
  <message>
   <source>已开始更正，改了 %1 处，平台上仍是报送时的数，重新报送后才改。双击一行到那一格。</source>
   <translation>정정을 시작했고 %1곳을 고쳤습니다. 다시 제출할 때까지 플랫폼에는 제출 당시 수치가 남습니다. 행을 두 번 클릭하면 해당 칸으로 갑니다.</translation>
  </message>
  <message>
   <source>报送以后改了 %1 处，平台上仍是报送时的数；要让平台也改，请点“更正”。双击一行到那一格。</source>
   <translation>제출 후 %1곳이 변경되었습니다. 플랫폼에는 제출 당시 수치가 남아 있으니 바꾸려면 “정정”을 누르십시오. 행을 두 번 클릭하면 해당 칸으로 갑니다.</translation>
  </message>
  <message>
   <source>与报送时不同的有 %1 处，重新报送后生效。双击一行到那一格。</source>
   <translation>제출 당시와 다른 곳 %1건, 재제출하면 반영됩니다. 행을 두 번 클릭하면 해당 칸으로 갑니다.</translation>
  </message>
  <message>
   <source>草稿转到新版</source>
   <translation>초안을 새 판으로 옮기기</translation>
  </message>
  <message>
   <source>%1 %2 的草稿按 %3 版填写，新版自 %4 起。转换后 %5 个单元格换位置，%6 个会丢；可以撤销。</source>
   <translation>%1 %2 초안은 %3판으로 작성되었고 새 판은 %4부터입니다. 옮기면 %5칸은 자리가 바뀌고 %6칸은 없어지며, 실행 취소할 수 있습니다.</translation>
  </message>
  <message>
   <source>行</source>
   <translation>행</translation>
  </message>
  <message>
   <source>内容</source>
   <translation>내용</translation>
  </message>
  <message>
   <source>转换后</source>
   <translation>옮긴 뒤</translation>
  </message>
  <message>
   <source>会丢</source>
   <translation>없어짐</translation>
  </message>
  <message>
   <source>单元格的去处</source>
   <translation>칸이 옮겨지는 곳</translation>
  </message>
  <message>
   <source>新增指标：%1</source>
   <translation>새 항목: %1</translation>
  </message>
  <message>
   <source>、</source>
   <translation>, </translation>
  </message>
  <message>
   <source>转到新版</source>
   <translation>새 판으로</translation>
  </message>
  <message>
   <source>仍按旧版填</source>
   <translation>이전 판으로 계속</translation>
  </message>
  <message>
   <source>开通报送</source>
   <translation>제출 개통</translation>
  </message>
  <message numerus="yes">
   <source>%n 张已签名的报表在等开通报送</source>
   <translation>
    <numerusform>서명한 보고서 %n건이 개통을 기다립니다</numerusform>
   </translation>
  </message>
  <message>
   <source>开通并发送</source>
   <translation>개통 후 전송</translation>
  </message>
  <message>
   <source>已开通报送，正在发送排队的报表。</source>
   <translation>제출이 개통되었습니다. 대기 중인 보고서를 전송합니다.</translation>
  </message>
  <message>
   <source>分隔线</source>
   <translation>구분선</translation>
  </message>
  <message>
   <source>%1 处须处理</source>
   <translation>처리할 것 %1건</translation>
  </message>
  <message>
   <source>%1 处核实项待说明</source>
   <translation>소명할 경고 %1건</translation>
  </message>
  <message>
   <source>修改后才能报送；点位置直达单元格，F8 逐处跳转</source>
   <translation>수정해야 제출할 수 있습니다. 위치를 누르면 해당 칸으로, F8로 차례로 이동합니다</translation>
  </message>
  <message>
   <source>%1　%2 处</source>
   <translation>%1　%2건</translation>
  </message>
  <message>
   <source>%1　台账改好后自动算出</source>
   <translation>%1　대장을 고치면 자동 계산됨</translation>
  </message>
  <message>
   <source>还有 %1 处，到%2逐处修改</source>
   <translation>%1건 더 있음: %2에서 하나씩 수정</translation>
  </message>
  <message>
   <source>同步中…</source>
   <translation>동기화 중…</translation>
  </message>
  <message>
   <source>正在与省级平台交换</source>
   <translation>성급 플랫폼과 교환 중</translation>
  </message>
  <message>
   <source>还没有连接省级平台：照常填报和审核，第一次报送时输入主管部门发的报送码就连上</source>
   <translation>아직 성급 플랫폼에 연결되지 않았습니다. 작성과 검토는 그대로 하고, 첫 제출 때 주관부서의 제출 코드를 입력하면 연결됩니다</translation>
  </message>
  <message>
   <source>未开通报送</source>
   <translation>미개통</translation>
  </message>
  <message>
   <source>上次成功：%1</source>
   <translation>최근 성공: %1</translation>
  </message>
  <message>
   <source>还没有成功过</source>
   <translation>아직 성공한 적 없음</translation>
  </message>
  <message>
   <source>同步失败</source>
   <translation>동기화 실패</translation>
  </message>
  <message>
   <source>已同步 %1</source>
   <translation>동기화됨 %1</translation>
  </message>
  <message>
   <source>点击立即同步，获取反馈</source>
   <translation>누르면 바로 동기화하여 회신을 받습니다</translation>
  </message>
  <message>
   <source>未同步</source>
   <translation>동기화 안 됨</translation>
  </message>
  <message>
   <source>核实无误的写填报说明（不少于10个字）后可报送；有误的请修改</source>
   <translation>맞으면 소명(10자 이상)을 쓴 뒤 보고할 수 있습니다. 틀렸으면 수정하세요</translation>
  </message>
  <message>
   <source>都已说明</source>
   <translation>모두 소명됨</translation>
  </message>
  <message>
   <source>核实项待说明</source>
   <translation>소명할 경고</translation>
  </message>
  <message>
   <source>核实项已说明</source>
   <translation>소명된 경고</translation>
  </message>
  <message>
   <source>同类还有 %1 处，一条说明适用于全部。</source>
   <translation>같은 종류가 %1건 더 있으며 소명 하나로 모두 적용됩니다.</translation>
  </message>
  <message>
   <source>填报说明：写明为什么属实（不少于10个字），随报表上报</source>
   <translation>소명: 왜 사실인지 쓰세요(10자 이상). 보고서와 함께 보고됩니다</translation>
  </message>
  <message>
   <source>%1 的填报说明</source>
   <translation>%1의 소명</translation>
  </message>
  <message>
   <source>沿用上期填报说明  Ctrl+D</source>
   <translation>지난 기간 소명 사용  Ctrl+D</translation>
  </message>
  <message>
   <source>%1 沿用上期说明</source>
   <translation>%1 지난 기간 소명 사용</translation>
  </message>
  <message>
   <source>上期说明：%1</source>
   <translation>지난 기간 소명: %1</translation>
  </message>
  <message>
   <source>收起</source>
   <translation>접기</translation>
  </message>
  <message>
   <source>填报说明 %1</source>
   <translation>소명 %1</translation>
  </message>
  <message>
   <source>写明为什么属实（不少于10个字），随报表上报；有误的请直接修改</source>
   <translation>왜 사실인지 쓰세요(10자 이상). 보고서와 함께 제출됩니다. 틀렸으면 바로 수정하세요</translation>
  </message>
  <message numerus="yes">
   <source>适用于%1本项核实的全部 %n 处；Enter 保存，Esc 收起</source>
   <translation>
    <numerusform>%1 이 경고 %n곳 모두에 적용. Enter 저장, Esc 접기</numerusform>
   </translation>
  </message>
  <message>
   <source>表头所在的行</source>
   <translation>머리글 행</translation>
  </message>
  <message>
   <source>表头在第几行(&amp;R)</source>
   <translation>머리글 행(&amp;R)</translation>
  </message>
  <message>
   <source>文件的前几行</source>
   <translation>파일의 처음 몇 행</translation>
  </message>
  <message>
   <source>点左边的行号也可以选</source>
   <translation>왼쪽 행 번호를 눌러도 됩니다</translation>
  </message>
  <message>
   <source>附件</source>
   <translation>첨부 파일</translation>
  </message>
  <message>
   <source>添加文件…</source>
   <translation>파일 추가…</translation>
  </message>
  <message>
   <source>打开</source>
   <translation>열기</translation>
  </message>
  <message>
   <source>用系统的阅读器打开一份副本</source>
   <translation>시스템 뷰어로 사본 열기</translation>
  </message>
  <message>
   <source>另存为…</source>
   <translation>다른 이름으로 저장…</translation>
  </message>
  <message>
   <source>移除</source>
   <translation>제거</translation>
  </message>
  <message>
   <source>完成</source>
   <translation>완료</translation>
  </message>
  <message>
   <source>附件 (%1)</source>
   <translation>첨부 파일 (%1)</translation>
  </message>
  <message>
   <source>添加附件</source>
   <translation>파일 첨부</translation>
  </message>
  <message>
   <source>这台电脑没有能打开“%1”的程序。可点“另存为…”存到别处，再到装有阅读器的电脑上看。</source>
   <translation>이 PC에는 “%1”을(를) 열 프로그램이 없습니다. “다른 이름으로 저장…”으로 사본을 저장한 뒤 뷰어가 있는 PC에서 보십시오.</translation>
  </message>
  <message>
   <source>另存到</source>
   <translation>저장 위치</translation>
  </message>
  <message>
   <source>可添加%1，每个不超过%2。</source>
   <translation>%1 파일을 추가할 수 있으며 각각 %2 이하입니다.</translation>
  </message>
  <message>
   <source>按空格或双击添加附件</source>
   <translation>스페이스 키 또는 두 번 클릭으로 첨부</translation>
  </message>
  <message>
   <source>添加、查看附件（空格）</source>
   <translation>첨부 파일 추가·보기 (스페이스)</translation>
  </message>
  <message>
   <source>去修改</source>
   <translation>수정하기</translation>
  </message>
  <message>
   <source>写说明</source>
   <translation>소명 쓰기</translation>
  </message>
  <message>
   <source>数字属实的不用改：在核实项下写明原因，再报送</source>
   <translation>수치가 맞으면 고치지 말고 경고 아래 사유를 쓴 뒤 다시 제출하세요</translation>
  </message>
  <message>
   <source>更正</source>
   <translation>정정</translation>
  </message>
  <message>
   <source>撤销更正</source>
   <translation>정정 취소</translation>
  </message>
  <message>
   <source>报送内容（只读）</source>
   <translation>제출 내용(읽기 전용)</translation>
  </message>
  <message>
   <source>回执</source>
   <translation>접수증</translation>
  </message>
  <message>
   <source>报送内容</source>
   <translation>제출 내용</translation>
  </message>
  <message>
   <source>批注 %1</source>
   <translation>의견 %1</translation>
  </message>
  <message>
   <source>还没有主管部门的意见；点“获取反馈”查看进度。</source>
   <translation>아직 주관부서의 의견이 없습니다. “회신 받기”를 눌러 진행 상황을 확인하십시오.</translation>
  </message>
  <message>
   <source>定位到 %1</source>
   <translation>%1(으)로 이동</translation>
  </message>
  <message>
   <source>与现在的差异 %1</source>
   <translation>현재와의 차이 %1</translation>
  </message>
  <message>
   <source>第%1行</source>
   <translation>%1행</translation>
  </message>
  <message>
   <source>新增的行</source>
   <translation>추가된 행</translation>
  </message>
  <message>
   <source>报送时第%1行</source>
   <translation>제출 당시 %1행</translation>
  </message>
  <message>
   <source>已移到别的报告期</source>
   <translation>다른 보고 기간으로 옮김</translation>
  </message>
  <message>
   <source>已删除</source>
   <translation>삭제됨</translation>
  </message>
  <message>
   <source>当时已报</source>
   <translation>당시 제출됨</translation>
  </message>
  <message>
   <source>（空）</source>
   <translation>(비어 있음)</translation>
  </message>
  <message>
   <source>首次报送</source>
   <translation>최초 제출</translation>
  </message>
  <message>
   <source>退回后重报</source>
   <translation>반려 후 재제출</translation>
  </message>
  <message>
   <source>第%1版</source>
   <translation>제%1판</translation>
  </message>
  <message>
   <source>补报</source>
   <translation>추가 제출</translation>
  </message>
  <message>
   <source>申报编号</source>
   <translation>신고 번호</translation>
  </message>
  <message>
   <source>版次</source>
   <translation>판차</translation>
  </message>
  <message>
   <source>签名时间</source>
   <translation>서명 시각</translation>
  </message>
  <message>
   <source>内容摘要</source>
   <translation>내용 다이제스트</translation>
  </message>
  <message>
   <source>省级平台还没有发回回执</source>
   <translation>성급 플랫폼이 아직 접수증을 보내지 않았습니다</translation>
  </message>
  <message>
   <source>平台回执</source>
   <translation>플랫폼 접수증</translation>
  </message>
  <message>
   <source>✗ 未通过验证，请联系主管部门</source>
   <translation>✗ 검증 실패, 주관부서에 문의하십시오</translation>
  </message>
  <message>
   <source>✓ 已验证：平台签名有效，摘要与所报内容一致</source>
   <translation>✓ 검증됨: 플랫폼 서명이 유효하고 다이제스트가 제출 내용과 일치</translation>
  </message>
  <message>
   <source>平台收到</source>
   <translation>플랫폼 접수</translation>
  </message>
  <message>
   <source>平台签名</source>
   <translation>플랫폼 서명</translation>
  </message>
  <message>
   <source>更正原因</source>
   <translation>정정 사유</translation>
  </message>
  <message>
   <source>省级平台</source>
   <translation>성급 플랫폼</translation>
  </message>
  <message>
   <source>拒收</source>
   <translation>접수 거부</translation>
  </message>
  <message>
   <source>受理</source>
   <translation>수리</translation>
  </message>
  <message>
   <source>（该行已删除）</source>
   <translation>(삭제된 행)</translation>
  </message>
  <message>
   <source>行次</source>
   <translation>행 번호</translation>
  </message>
  <message>
   <source>数值</source>
   <translation>값</translation>
  </message>
  <message>
   <source>筛选：%1</source>
   <translation>필터: %1</translation>
  </message>
  <message>
   <source>升序</source>
   <translation>오름차순</translation>
  </message>
  <message>
   <source>降序</source>
   <translation>내림차순</translation>
  </message>
  <message>
   <source>清除本列</source>
   <translation>이 열 지우기</translation>
  </message>
  <message>
   <source>筛选</source>
   <translation>필터</translation>
  </message>
  <message>
   <source>值太多，只列出最常见的 %1 个</source>
   <translation>값이 많아 가장 흔한 %1개만 표시</translation>
  </message>
  <message>
   <source>包含…（可用首字母）</source>
   <translation>포함… (첫글자 가능)</translation>
  </message>
  <message>
   <source>包含…</source>
   <translation>포함…</translation>
  </message>
  <message>
   <source>等于…</source>
   <translation>같음…</translation>
  </message>
  <message>
   <source>包含的文字</source>
   <translation>포함된 글자</translation>
  </message>
  <message>
   <source>从</source>
   <translation>부터</translation>
  </message>
  <message>
   <source>到</source>
   <translation>까지</translation>
  </message>
  <message>
   <source>全选</source>
   <translation>전체 선택</translation>
  </message>
  <message>
   <source>本列的值</source>
   <translation>이 열의 값</translation>
  </message>
  <message>
   <source>输入营业执照上的18位统一社会信用代码，逐位核对。</source>
   <translation>영업허가증의 18자리 통일사회신용코드를 입력하고 한 자리씩 확인하십시오.</translation>
  </message>
  <message>
   <source>开始填报</source>
   <translation>작성 시작</translation>
  </message>
  <message>
   <source>进入演示</source>
   <translation>시연 시작</translation>
  </message>
  <message>
   <source>开始使用</source>
   <translation>시작하기</translation>
  </message>
  <message>
   <source>三种方式任选一种；不用登录，不联网也能先填。以后可在“企业信息”里更改。</source>
   <translation>세 가지 방법 중 하나를 고르십시오. 로그인이 필요 없고 오프라인에서도 작성할 수 있습니다. 나중에 “기업 정보”에서 바꿀 수 있습니다.</translation>
  </message>
  <message>
   <source>18位，见营业执照</source>
   <translation>18자리, 영업허가증 참조</translation>
  </message>
  <message>
   <source>统一社会信用代码，必填</source>
   <translation>통일사회신용코드, 필수</translation>
  </message>
  <message>
   <source>与营业执照一致</source>
   <translation>영업허가증과 같게</translation>
  </message>
  <message>
   <source>企业名称，必填</source>
   <translation>기업 명칭, 필수</translation>
  </message>
  <message>
   <source>添加我的企业</source>
   <translation>우리 기업 추가</translation>
  </message>
  <message>
   <source>首次报送时才需要报送码</source>
   <translation>제출 코드는 최초 제출 때만 필요합니다</translation>
  </message>
  <message>
   <source>一家延吉的对韩、对日外包企业：约60份合同、300笔执行，带十来处常见错误。可以随便改、随便报，报送到本机的演示平台，不会发给主管部门。</source>
   <translation>한국·일본 업무를 수탁하는 옌지의 기업: 계약 약 60건, 이행 300건, 흔한 오류 10여 곳. 마음껏 고치고 제출해 보십시오. 이 PC의 시연 플랫폼으로만 제출되며 주관부서에는 전송되지 않습니다.</translation>
  </message>
  <message>
   <source>先看演示企业</source>
   <translation>시연 기업 먼저 보기</translation>
  </message>
  <message>
   <source>打开另一台电脑上的备份（.zhibao），或用手头的合同台账（Excel、WPS、.ods、.csv）开始：原有内容一行不丢。</source>
   <translation>다른 PC의 백업(.zhibao)을 열거나 쓰던 계약 대장(Excel, WPS, .ods, .csv)으로 시작하십시오. 한 행도 빠지지 않습니다.</translation>
  </message>
  <message>
   <source>从 Excel、备份恢复</source>
   <translation>Excel, 백업에서 시작</translation>
  </message>
  <message>
   <source>选企业</source>
   <translation>기업 선택</translation>
  </message>
  <message>
   <source>填数或导入</source>
   <translation>입력 또는 가져오기</translation>
  </message>
  <message>
   <source>按 F9 审核</source>
   <translation>F9로 검토</translation>
  </message>
  <message>
   <source>报送，等回执</source>
   <translation>제출, 접수증 대기</translation>
  </message>
  <message>
   <source>约 2 分钟走完一遍</source>
   <translation>한 번에 약 2분</translation>
  </message>
  <message>
   <source>已识别属地：%1</source>
   <translation>소재지 인식: %1</translation>
  </message>
  <message>
   <source>请选择属地</source>
   <translation>소재지를 선택하십시오</translation>
  </message>
  <message>
   <source>校验位正确 · </source>
   <translation>검증 숫자 정확 · </translation>
  </message>
  <message>
   <source>已输入%1位，还差%2位。</source>
   <translation>%1자리 입력, %2자리 남음.</translation>
  </message>
  <message>
   <source>正在准备演示企业…</source>
   <translation>시연 기업 준비 중…</translation>
  </message>
  <message>
   <source>选择备份或 Excel 文件</source>
   <translation>백업 또는 Excel 파일 선택</translation>
  </message>
  <message>
   <source>备份或 Excel (*.zhibao %1);;备份 (*.zhibao);;Excel (%1)</source>
   <translation>백업 또는 Excel (*.zhibao %1);;백업 (*.zhibao);;Excel (%1)</translation>
  </message>
  <message>
   <source>已选 %1：先填左边的企业信息，开始填报后自动导入。</source>
   <translation>선택함: %1. 먼저 왼쪽 기업 정보를 입력하면 작성 시작 후 자동으로 가져옵니다.</translation>
  </message>
  <message>
   <source>已自动保存 %1</source>
   <translation>자동 저장됨 %1</translation>
  </message>
  <message>
   <source>待填</source>
   <translation>입력 예정</translation>
  </message>
  <message>
   <source>导入 Excel</source>
   <translation>Excel 가져오기</translation>
  </message>
  <message>
   <source>新增一行</source>
   <translation>한 행 추가</translation>
  </message>
  <message>
   <source>清除筛选</source>
   <translation>필터 지우기</translation>
  </message>
  <message>
   <source>没有符合条件的行</source>
   <translation>조건에 맞는 행이 없습니다</translation>
  </message>
  <message>
   <source>%1还没有内容</source>
   <translation>%1에 아직 내용이 없습니다</translation>
  </message>
  <message>
   <source>共 %1 行，都被筛选条件隐藏了。</source>
   <translation>모두 %1행이 필터로 숨겨져 있습니다.</translation>
  </message>
  <message>
   <source>把您现有的 Excel 台账导入进来，或逐行填写。列名不必和模板一样。</source>
   <translation>쓰고 있는 Excel 대장을 가져오거나 한 행씩 입력하십시오. 열 이름이 서식과 같지 않아도 됩니다.</translation>
  </message>
  <message>
   <source>填今天</source>
   <translation>오늘 입력</translation>
  </message>
  <message>
   <source>查看</source>
   <translation>보기</translation>
  </message>
  <message>
   <source>搜索帮助和术语（Ctrl+F）</source>
   <translation>도움말·용어 검색 (Ctrl+F)</translation>
  </message>
  <message>
   <source>搜索帮助</source>
   <translation>도움말 검색</translation>
  </message>
  <message>
   <source>帮助目录</source>
   <translation>도움말 목차</translation>
  </message>
  <message>
   <source>返回</source>
   <translation>뒤로</translation>
  </message>
  <message>
   <source>帮助</source>
   <translation>도움말</translation>
  </message>
  <message>
   <source>找到 %1 处</source>
   <translation>%1곳 찾음</translation>
  </message>
  <message>
   <source>没有找到，换一个词试试。</source>
   <translation>찾지 못했습니다. 다른 말로 찾아보십시오.</translation>
  </message>
  <message>
   <source>%1各项指标</source>
   <translation>%1: 지표</translation>
  </message>
  <message>
   <source>%1的审核关系</source>
   <translation>%1: 심사 규칙</translation>
  </message>
  <message>
   <source>网页 (*.html);;PDF (*.pdf)</source>
   <translation>웹 페이지 (*.html);;PDF (*.pdf)</translation>
  </message>
  <message>
   <source>指标手册另存为</source>
   <translation>지표 편람을 다른 이름으로 저장</translation>
  </message>
  <message>
   <source>已保存：%1</source>
   <translation>저장됨: %1</translation>
  </message>
  <message>
   <source>没有可用的浏览器，手册已写到：%1</source>
   <translation>브라우저가 없어 편람을 저장했습니다: %1</translation>
  </message>
  <message>
   <source>正在生成指标手册…</source>
   <translation>지표 편람을 만드는 중…</translation>
  </message>
  <message>
   <source>帮助内容</source>
   <translation>도움말 내용</translation>
  </message>
  <message>
   <source>首页</source>
   <translation>홈</translation>
  </message>
  <message>
   <source>张报表未报送</source>
   <translation>장 미제출</translation>
  </message>
  <message>
   <source>去填报</source>
   <translation>작성하기</translation>
  </message>
  <message>
   <source>处本期错误</source>
   <translation>건 오류</translation>
  </message>
  <message>
   <source>张被退回</source>
   <translation>장 반려됨</translation>
  </message>
  <message>
   <source>看批注</source>
   <translation>의견 보기</translation>
  </message>
  <message>
   <source>张待反馈</source>
   <translation>장 회신 대기</translation>
  </message>
  <message>
   <source>查进度</source>
   <translation>진행 보기</translation>
  </message>
  <message>
   <source>距本期截止</source>
   <translation>이번 기간 마감까지</translation>
  </message>
  <message>
   <source>天</source>
   <translation>일</translation>
  </message>
  <message>
   <source>本期完成进度</source>
   <translation>이번 기간 진행률</translation>
  </message>
  <message>
   <source>消息</source>
   <translation>알림</translation>
  </message>
  <message>
   <source>执行额</source>
   <translation>이행금액</translation>
  </message>
  <message>
   <source>万美元</source>
   <translation>만 달러</translation>
  </message>
  <message>
   <source>点月份可切换报告期</source>
   <translation>월을 누르면 보고 기간이 바뀝니다</translation>
  </message>
  <message>
   <source>%1年报送情况</source>
   <translation>%1년 제출 현황</translation>
  </message>
  <message>
   <source>%1 24:00 止</source>
   <translation>%1 24:00까지</translation>
  </message>
  <message>
   <source>已过本期截止</source>
   <translation>마감이 지남</translation>
  </message>
  <message>
   <source>今天</source>
   <translation>오늘</translation>
  </message>
  <message>
   <source>截止</source>
   <translation>마감</translation>
  </message>
  <message>
   <source>天，报送将标为补报</source>
   <translation>일, 추가 제출로 표시됨</translation>
  </message>
  <message>
   <source>已报送 %1 / %2 张</source>
   <translation>%1 / %2장 제출</translation>
  </message>
  <message>
   <source>%1 审核</source>
   <translation>%1 검토</translation>
  </message>
  <message>
   <source>尚未审核</source>
   <translation>아직 검토 안 함</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执和批注会出现在这里。</source>
   <translation>알림이 없습니다. 제출 후 접수증과 의견이 여기에 표시됩니다.</translation>
  </message>
  <message>
   <source>同步没有成功：%1</source>
   <translation>동기화 실패: %1</translation>
  </message>
  <message>
   <source>%1起还有 %2 张以前的报表没有报送，可与本期一并补报。</source>
   <translation>%1부터 이전 보고서 %2장이 미제출입니다. 이번 기간과 함께 제출할 수 있습니다.</translation>
  </message>
  <message>
   <source>导入 Excel — %1</source>
   <translation>Excel 가져오기 — %1</translation>
  </message>
  <message>
   <source>选择要导入的工作簿</source>
   <translation>가져올 통합 문서 선택</translation>
  </message>
  <message>
   <source>工作簿和文本表格 (%1)</source>
   <translation>통합 문서와 텍스트 표 (%1)</translation>
  </message>
  <message>
   <source>选择工作簿</source>
   <translation>통합 문서 선택</translation>
  </message>
  <message>
   <source>正在读取 %1 …</source>
   <translation>%1 읽는 중…</translation>
  </message>
  <message>
   <source>正在导入 %1 …</source>
   <translation>%1 가져오는 중…</translation>
  </message>
  <message>
   <source>导入前请核对：%1</source>
   <translation>가져오기 전에 확인하십시오: %1</translation>
  </message>
  <message>
   <source>导入 %1 行</source>
   <translation>%1행 가져오기</translation>
  </message>
  <message>
   <source>没有要导入的内容，关闭</source>
   <translation>가져올 내용 없음, 닫기</translation>
  </message>
  <message>
   <source>已导入 %1 行</source>
   <translation>%1행 가져옴</translation>
  </message>
  <message>
   <source>查看 %1 个问题（%2 个错误）</source>
   <translation>문제 %1건 보기 (오류 %2건)</translation>
  </message>
  <message>
   <source>没有导入，账套没有改动</source>
   <translation>가져오지 않음, 장부 변경 없음</translation>
  </message>
  <message>
   <source>工作表和表头：%1</source>
   <translation>시트와 머리글: %1</translation>
  </message>
  <message>
   <source>列对应：%1</source>
   <translation>열 대응: %1</translation>
  </message>
  <message>
   <source>下一步：列对应</source>
   <translation>다음: 열 대응</translation>
  </message>
  <message>
   <source>下一步：核对</source>
   <translation>다음: 확인</translation>
  </message>
  <message>
   <source>正在取消…</source>
   <translation>취소하는 중…</translation>
  </message>
  <message>
   <source>换一个文件</source>
   <translation>다른 파일</translation>
  </message>
  <message>
   <source>导入记录 — %1</source>
   <translation>가져오기 기록 — %1</translation>
  </message>
  <message>
   <source>读到</source>
   <translation>읽음</translation>
  </message>
  <message>
   <source>接受</source>
   <comment>rows</comment>
   <translation>수용</translation>
  </message>
  <message>
   <source>拒绝</source>
   <translation>거부</translation>
  </message>
  <message>
   <source>新增</source>
   <translation>신규</translation>
  </message>
  <message>
   <source>更新</source>
   <translation>갱신</translation>
  </message>
  <message>
   <source>无变化</source>
   <translation>그대로</translation>
  </message>
  <message>
   <source>时间</source>
   <translation>시각</translation>
  </message>
  <message>
   <source>经手人</source>
   <translation>담당자</translation>
  </message>
  <message>
   <source>工作表</source>
   <translation>시트</translation>
  </message>
  <message>
   <source>导入记录</source>
   <translation>가져오기 기록</translation>
  </message>
  <message>
   <source>撤销这次导入</source>
   <translation>이 가져오기 취소</translation>
  </message>
  <message>
   <source>正在撤销…</source>
   <translation>취소하는 중…</translation>
  </message>
  <message>
   <source>已撤销“%1”的导入：新增的 %2 行已取出，更新的 %3 行已还原。可用“重做”恢复。</source>
   <translation>“%1” 가져오기를 취소했습니다. 추가된 %2행을 빼고 수정된 %3행을 되돌렸습니다. ‘다시 실행’으로 복원할 수 있습니다.</translation>
  </message>
  <message>
   <source>这张台账还没有从 Excel 导入过。</source>
   <translation>이 대장에는 아직 Excel에서 가져온 것이 없습니다.</translation>
  </message>
  <message>
   <source>已导入</source>
   <translation>가져옴</translation>
  </message>
  <message>
   <source>已撤销</source>
   <translation>취소됨</translation>
  </message>
  <message>
   <source>没有改动</source>
   <translation>변경 없음</translation>
  </message>
  <message>
   <source>%1 %2：文件合计 %3，账套合计 %4</source>
   <translation>%1 %2: 파일 합계 %3, 장부 합계 %4</translation>
  </message>
  <message>
   <source>%1 格未识别</source>
   <translation>%1칸 인식 안 됨</translation>
  </message>
  <message>
   <source>待补全（文件里没有的必填项）：%1</source>
   <translation>보완 필요(파일에 없는 필수 항목): %1</translation>
  </message>
  <message>
   <source>%1（%2 列）</source>
   <translation>%1 (%2열)</translation>
  </message>
  <message>
   <source>未识别的列，不导入：%1</source>
   <translation>인식되지 않아 가져오지 않는 열: %1</translation>
  </message>
  <message>
   <source>金额核对（逐币种，不同币种不相加）</source>
   <translation>금액 대조 (통화별, 합산하지 않음)</translation>
  </message>
  <message>
   <source>未导入的行</source>
   <translation>가져오지 않은 행</translation>
  </message>
  <message>
   <source>无变化，跳过</source>
   <translation>변경 없음, 건너뜀</translation>
  </message>
  <message>
   <source>工作表“%1”，读取 %2 行；识别出 %3 列。</source>
   <translation>시트 “%1”: %2행 읽음, %3열 인식.</translation>
  </message>
  <message>
   <source>栏目</source>
   <translation>항목</translation>
  </message>
  <message>
   <source>币种</source>
   <translation>통화</translation>
  </message>
  <message>
   <source>文件合计</source>
   <translation>파일 합계</translation>
  </message>
  <message>
   <source>账套合计</source>
   <translation>장부 합계</translation>
  </message>
  <message>
   <source>核对</source>
   <translation>대조</translation>
  </message>
  <message>
   <source>一致</source>
   <translation>일치</translation>
  </message>
  <message>
   <source>不一致</source>
   <translation>불일치</translation>
  </message>
  <message>
   <source>文件行号</source>
   <translation>파일 행 번호</translation>
  </message>
  <message>
   <source>原因</source>
   <translation>이유</translation>
  </message>
  <message>
   <source>指标名称</source>
   <translation>항목 이름</translation>
  </message>
  <message>
   <source>本期</source>
   <translation>이번 기간</translation>
  </message>
  <message>
   <source>上期</source>
   <translation>지난 기간</translation>
  </message>
  <message>
   <source>批量进度</source>
   <translation>일괄 진행률</translation>
  </message>
  <message>
   <source>每家企业的结果</source>
   <translation>기업별 결과</translation>
  </message>
  <message>
   <source>暂停</source>
   <translation>일시 중지</translation>
  </message>
  <message>
   <source>批量审核</source>
   <translation>일괄 검토</translation>
  </message>
  <message>
   <source>批量报送</source>
   <translation>일괄 제출</translation>
  </message>
  <message>
   <source>继续</source>
   <translation>계속</translation>
  </message>
  <message>
   <source>已完成：%1</source>
   <translation>완료: %1</translation>
  </message>
  <message>
   <source>已暂停，%1</source>
   <translation>일시 중지, %1</translation>
  </message>
  <message>
   <source>%1 / %2 家</source>
   <translation>%1 / %2개사</translation>
  </message>
  <message>
   <source>全部可报送：%1 家、%2 张报表。</source>
   <translation>모두 제출 가능: %1개사, 보고서 %2장.</translation>
  </message>
  <message>
   <source>另有 %1 家不在内，原因见上表。</source>
   <translation>이 밖에 %1개사는 제외, 이유는 위 표 참조.</translation>
  </message>
  <message>
   <source>没有可报送的企业，原因见上表。</source>
   <translation>제출 가능한 기업이 없습니다. 이유는 위 표 참조.</translation>
  </message>
  <message>
   <source>报送这 %1 家</source>
   <translation>이 %1개사 제출</translation>
  </message>
  <message>
   <source>%1：%2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>本页的帮助</source>
   <translation>이 페이지 도움말</translation>
  </message>
  <message>
   <source>快捷键一览</source>
   <translation>단축키 목록</translation>
  </message>
  <message>
   <source>下一处问题</source>
   <translation>다음 문제</translation>
  </message>
  <message>
   <source>上一处问题</source>
   <translation>이전 문제</translation>
  </message>
  <message>
   <source>审核本期全部报表</source>
   <translation>이번 기간 전체 검토</translation>
  </message>
  <message>
   <source>切换企业</source>
   <translation>기업 전환</translation>
  </message>
  <message>
   <source>上一报告期</source>
   <translation>이전 보고 기간</translation>
  </message>
  <message>
   <source>下一报告期</source>
   <translation>다음 보고 기간</translation>
  </message>
  <message>
   <source>打印预览、存为 PDF</source>
   <translation>인쇄 미리보기, PDF 저장</translation>
  </message>
  <message>
   <source>保存（每次改动都已自动保存）</source>
   <translation>저장 (변경은 모두 자동 저장됨)</translation>
  </message>
  <message>
   <source>每次改动都已自动保存，不必另存。</source>
   <translation>변경은 모두 자동 저장되므로 따로 저장할 필요가 없습니다.</translation>
  </message>
  <message>
   <source>没有别的问题要处理了。</source>
   <translation>더 처리할 문제가 없습니다.</translation>
  </message>
  <message>
   <source>本页没有可打印的报表；请到要打印的报表或报送记录，再按 Ctrl+P。</source>
   <translation>이 페이지에는 인쇄할 보고서가 없습니다. 인쇄할 보고서나 제출 기록에서 Ctrl+P를 누르십시오.</translation>
  </message>
  <message>
   <source>正在审核…</source>
   <translation>검토 중…</translation>
  </message>
  <message>
   <source>清除筛选（%1 列）</source>
   <translation>필터 지우기(%1열)</translation>
  </message>
  <message>
   <source>恢复原顺序</source>
   <translation>원래 순서</translation>
  </message>
  <message>
   <source>%1（Ctrl+Shift+F）</source>
   <translation>%1 (Ctrl+Shift+F)</translation>
  </message>
  <message>
   <source>新增行</source>
   <translation>행 추가</translation>
  </message>
  <message>
   <source>新增一行（Insert）</source>
   <translation>한 행 추가 (Insert)</translation>
  </message>
  <message>
   <source>删除</source>
   <translation>삭제</translation>
  </message>
  <message>
   <source>删除所选行（Ctrl+-）</source>
   <translation>선택한 행 삭제 (Ctrl+-)</translation>
  </message>
  <message>
   <source>从 Excel 工作簿导入</source>
   <translation>Excel 통합 문서에서 가져오기</translation>
  </message>
  <message>
   <source>导出</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <source>导出为 Excel 工作簿</source>
   <translation>Excel 통합 문서로 내보내기</translation>
  </message>
  <message>
   <source>下载空白的 Excel 填报模板</source>
   <translation>빈 Excel 서식 내려받기</translation>
  </message>
  <message>
   <source>单位：元（原币）</source>
   <translation>단위: 1 (원통화)</translation>
  </message>
  <message>
   <source>单位：万（原币）</source>
   <translation>단위: 만 (원통화)</translation>
  </message>
  <message>
   <source>只改变显示和输入的单位，保存的金额不变</source>
   <translation>표시와 입력 단위만 바뀌며 저장된 금액은 그대로입니다</translation>
  </message>
  <message>
   <source>到“审核与报送”（Ctrl+Shift+Enter）</source>
   <translation>“검토와 제출”로 이동 (Ctrl+Shift+Enter)</translation>
  </message>
  <message>
   <source>筛选：编号、名称、国别、金额…（Ctrl+F）</source>
   <translation>필터: 번호, 명칭, 국가, 금액… (Ctrl+F)</translation>
  </message>
  <message>
   <source>有问题</source>
   <translation>문제 있음</translation>
  </message>
  <message>
   <source>未报送</source>
   <translation>미제출</translation>
  </message>
  <message>
   <source>已退回</source>
   <translation>반려됨</translation>
  </message>
  <message>
   <source>导入记录：每次导入的文件，可整次撤销</source>
   <translation>가져오기 기록: 가져온 파일별로 통째로 취소할 수 있음</translation>
  </message>
  <message>
   <source>行详情</source>
   <translation>행 상세</translation>
  </message>
  <message>
   <source>行详情和修改历史（Alt+Enter）</source>
   <translation>행 상세와 수정 이력 (Alt+Enter)</translation>
  </message>
  <message>
   <source>恢复默认的列、顺序和宽度</source>
   <translation>기본 열·순서·너비 복원</translation>
  </message>
  <message>
   <source>筛选“%1”…</source>
   <translation>“%1” 필터…</translation>
  </message>
  <message>
   <source>“%1”怎么填</source>
   <translation>“%1” 작성 방법</translation>
  </message>
  <message>
   <source>左移</source>
   <translation>왼쪽으로</translation>
  </message>
  <message>
   <source>右移</source>
   <translation>오른쪽으로</translation>
  </message>
  <message>
   <source>又回到本期（%1）的问题。</source>
   <translation>다시 이번 기간(%1)의 문제입니다.</translation>
  </message>
  <message>
   <source>%1的问题到此为止，下面是其他月份的：%2。</source>
   <translation>%1의 문제는 여기까지이며, 다음은 다른 달(%2)의 문제입니다.</translation>
  </message>
  <message>
   <source>下面是%1的问题。</source>
   <translation>다음은 %1의 문제입니다.</translation>
  </message>
  <message>
   <source>%1 第%2行</source>
   <translation>%1 %2행</translation>
  </message>
  <message>
   <source>这张表没有附件栏；要导入数据，请放入 Excel 文件。</source>
   <translation>이 표에는 첨부란이 없습니다. 데이터를 가져오려면 Excel 파일을 놓으세요.</translation>
  </message>
  <message>
   <source>已添加 %1 个附件，按 Ctrl+Z 撤销</source>
   <translation>첨부 %1개 추가됨, Ctrl+Z로 취소</translation>
  </message>
  <message>
   <source>这些附件都已经在了</source>
   <translation>이 첨부는 이미 있습니다</translation>
  </message>
  <message>
   <source>这里没有可以写说明的核实项；错误须修改，不能用说明代替</source>
   <translation>여기에는 소명할 경고가 없습니다. 오류는 고쳐야 하며 소명으로 대신할 수 없습니다</translation>
  </message>
  <message>
   <source>必填</source>
   <translation>필수</translation>
  </message>
  <message>
   <source>删除 %1 行</source>
   <translation>%1행 삭제</translation>
  </message>
  <message>
   <source>已删除 %1 行，按 Ctrl+Z 撤销</source>
   <translation>%1행 삭제됨, Ctrl+Z로 취소</translation>
  </message>
  <message>
   <source>收汇凭证与执行逐笔核对，接受建议的对应，列出差异</source>
   <translation>외화입금증빙과 이행을 한 건씩 대조하고 제안된 연결을 수락하며 차이를 보여 줍니다</translation>
  </message>
  <message>
   <source>核销</source>
   <translation>대사</translation>
  </message>
  <message>
   <source>选中 %1 格</source>
   <translation>%1칸 선택</translation>
  </message>
  <message>
   <source>共 %1 行</source>
   <translation>모두 %1행</translation>
  </message>
  <message>
   <source>筛选出 %1 行，共 %2 行</source>
   <translation>%2행 중 %1행</translation>
  </message>
  <message>
   <source>，有内容 %1 格</source>
   <translation>, 내용 있는 칸 %1</translation>
  </message>
  <message>
   <source>全部行，按模板，可再导入 (*.xlsx)</source>
   <translation>모든 행, 서식대로, 다시 가져올 수 있음 (*.xlsx)</translation>
  </message>
  <message>
   <source>当前显示的行和列 (*.xlsx)</source>
   <translation>지금 보이는 행과 열 (*.xlsx)</translation>
  </message>
  <message>
   <source>当前显示的行和列，排成 A4 横页 (*.pdf)</source>
   <translation>현재 표시된 행과 열, A4 가로 (*.pdf)</translation>
  </message>
  <message>
   <source>正在导出 %1 …</source>
   <translation>%1 내보내는 중 …</translation>
  </message>
  <message>
   <source>%1 / %2 行</source>
   <translation>%1 / %2행</translation>
  </message>
  <message>
   <source>%1模板.xlsx</source>
   <translation>%1 서식.xlsx</translation>
  </message>
  <message>
   <source>模板已保存：%1</source>
   <translation>서식 저장됨: %1</translation>
  </message>
  <message>
   <source>%1审核结果.xlsx</source>
   <translation>%1 검토 결과.xlsx</translation>
  </message>
  <message>
   <source>导出清单</source>
   <translation>목록 내보내기</translation>
  </message>
  <message>
   <source>单元格</source>
   <translation>칸</translation>
  </message>
  <message>
   <source>代码</source>
   <translation>코드</translation>
  </message>
  <message>
   <source>审核结果</source>
   <translation>검토 결과</translation>
  </message>
  <message>
   <source>清单已保存：%1</source>
   <translation>목록 저장됨: %1</translation>
  </message>
  <message>
   <source>已导出 %1 行：%2</source>
   <translation>%1행 내보냄: %2</translation>
  </message>
  <message>
   <source>图例：%1</source>
   <translation>범례: %1</translation>
  </message>
  <message>
   <source>同上一行：%1</source>
   <translation>윗행과 같게: %1</translation>
  </message>
  <message>
   <source>到收汇核销里选凭证（F4）</source>
   <translation>대사 화면에서 증빙 선택 (F4)</translation>
  </message>
  <message>
   <source>%1：可以建立 %2 家，拒收 %3 行</source>
   <translation>%1: 만들 수 있는 기업 %2개, 거부 %3행</translation>
  </message>
  <message>
   <source>结果</source>
   <translation>결과</translation>
  </message>
  <message>
   <source>将建立账套</source>
   <translation>장부를 만듭니다</translation>
  </message>
  <message>
   <source>名单</source>
   <translation>명단</translation>
  </message>
  <message>
   <source>拒收的行不影响其余企业；改好后可以用同一个文件再导入一次。</source>
   <translation>거부된 행은 다른 기업에 영향을 주지 않습니다. 고친 뒤 같은 파일을 다시 가져오십시오.</translation>
  </message>
  <message>
   <source>建立 %1 家</source>
   <translation>%1개사 만들기</translation>
  </message>
  <message>
   <source>正在建立 %1</source>
   <translation>%1 만드는 중</translation>
  </message>
  <message>
   <source>已建立 %1 家企业的账套。</source>
   <translation>%1개 기업의 장부를 만들었습니다.</translation>
  </message>
  <message>
   <source>已建立 %1 家，%2 家没有建成</source>
   <translation>%1개사 완료, %2개사 실패</translation>
  </message>
  <message>
   <source>按文件名添加%1</source>
   <translation>%1: 파일 이름으로 추가</translation>
  </message>
  <message>
   <source>没有对应的行</source>
   <translation>해당 행 없음</translation>
  </message>
  <message>
   <source>对应不止一行</source>
   <translation>여러 행에 해당</translation>
  </message>
  <message>
   <source>不能添加</source>
   <translation>추가할 수 없음</translation>
  </message>
  <message>
   <source>将添加</source>
   <translation>추가됨</translation>
  </message>
  <message>
   <source>%1 个文件对应到行；%2 个不添加，请改文件名或单独添加。</source>
   <translation>파일 %1개가 행에 대응합니다. %2개는 추가하지 않으니 이름을 바꾸거나 따로 추가하세요.</translation>
  </message>
  <message>
   <source>对应</source>
   <translation>해당 행</translation>
  </message>
  <message>
   <source>添加 %1 个</source>
   <translation>%1개 추가</translation>
  </message>
  <message>
   <source>同上</source>
   <translation>위와 같음</translation>
  </message>
  <message>
   <source>请查看批注</source>
   <translation>의견을 확인하십시오</translation>
  </message>
  <message>
   <source>%1已退回：%2</source>
   <translation>%1 반려됨: %2</translation>
  </message>
  <message>
   <source>%1已受理</source>
   <translation>%1 수리됨</translation>
  </message>
  <message>
   <source>%1平台拒收：%2</source>
   <translation>%1 플랫폼 거부: %2</translation>
  </message>
  <message>
   <source>%1 等 %2 张表</source>
   <translation>%1 등 대장 %2건</translation>
  </message>
  <message>
   <source>%1已导入（%2）</source>
   <translation>%1 가져옴 (%2)</translation>
  </message>
  <message>
   <source>类别</source>
   <translation>종류</translation>
  </message>
  <message>
   <source>去处理</source>
   <translation>처리하기</translation>
  </message>
  <message>
   <source>暂无消息。报送后，平台的回执、受理和退回意见会出现在这里。</source>
   <translation>알림이 없습니다. 제출 후 접수증, 수리, 반려 의견이 여기에 표시됩니다.</translation>
  </message>
  <message>
   <source>%1 条新消息，共 %2 条</source>
   <translation>새 알림 %1건, 모두 %2건</translation>
  </message>
  <message>
   <source>没有新消息，共 %2 条</source>
   <translation>새 알림 없음, 모두 %2건</translation>
  </message>
  <message>
   <source>已受理</source>
   <translation>수리됨</translation>
  </message>
  <message>
   <source>平台拒收</source>
   <translation>접수 거부</translation>
  </message>
  <message>
   <source>移出</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <source>移到哪个文件夹，必填</source>
   <translation>옮길 폴더, 필수</translation>
  </message>
  <message>
   <source>选择 U 盘或文件夹</source>
   <translation>USB나 폴더 선택</translation>
  </message>
  <message>
   <source>移出后本机不再列出（收到“%1”文件夹，不删除）</source>
   <translation>내보낸 뒤 이 PC 목록에서 제외 (“%1” 폴더에 보관, 삭제 안 함)</translation>
  </message>
  <message>
   <source>移出 %1</source>
   <translation>%1 내보내기</translation>
  </message>
  <message>
   <source>写出一份校验过的账套，文件名是企业名称和信用代码；别的企业不受影响。</source>
   <translation>기업명과 신용코드를 이름으로 하는 검증된 장부를 씁니다. 다른 기업에는 영향이 없습니다.</translation>
  </message>
  <message>
   <source>在另一台电脑的“全部企业”里选“移入”即可接着填报，数据、回执、历史都在。</source>
   <translation>다른 PC의 “전체 기업”에서 “들여오기”를 고르면 이어서 작성할 수 있습니다. 데이터, 접수증, 이력이 모두 있습니다.</translation>
  </message>
  <message>
   <source>本机的设备密钥不随账套走：到那台电脑后，首次报送须向主管部门要一个新的报送码重新开通。</source>
   <translation>이 PC의 기기 키는 따라가지 않습니다. 다른 PC에서 처음 제출할 때 새 제출 코드가 필요합니다.</translation>
  </message>
  <message>
   <source>移出后请只在一台电脑上填报这家企业，以免两边各改各的。</source>
   <translation>옮긴 뒤에는 이 기업을 한 PC에서만 작성하십시오.</translation>
  </message>
  <message>
   <source>选择…</source>
   <translation>선택…</translation>
  </message>
  <message>
   <source>这家企业正打开着，只写出副本；要从本机收起，请先打开另一家企业。</source>
   <translation>이 기업은 열려 있어 사본만 씁니다. 이 PC에서 빼려면 먼저 다른 기업을 여십시오.</translation>
  </message>
  <message>
   <source>移到哪个文件夹</source>
   <translation>옮길 폴더</translation>
  </message>
  <message>
   <source>%1 等</source>
   <translation>%1 등</translation>
  </message>
  <message>
   <source>页面导航</source>
   <translation>페이지 탐색</translation>
  </message>
  <message>
   <source>帮助  F1</source>
   <translation>도움말  F1</translation>
  </message>
  <message>
   <source>收起报表</source>
   <translation>표 접기</translation>
  </message>
  <message>
   <source>更多报表</source>
   <translation>더 많은 표</translation>
  </message>
  <message>
   <source>系统代理</source>
   <translation>시스템 프록시</translation>
  </message>
  <message>
   <source>不用代理</source>
   <translation>프록시 없음</translation>
  </message>
  <message>
   <source>手动设置</source>
   <translation>수동 설정</translation>
  </message>
  <message>
   <source>网络代理</source>
   <translation>프록시</translation>
  </message>
  <message>
   <source>代理地址</source>
   <translation>프록시 주소</translation>
  </message>
  <message>
   <source>地址:端口，如 10.0.0.8:8080</source>
   <translation>주소:포트, 예: 10.0.0.8:8080</translation>
  </message>
  <message>
   <source>测试连接</source>
   <translation>연결 시험</translation>
  </message>
  <message>
   <source>填报和审核不用网络；报送和取回意见时按这里的方式连接省平台，改了马上生效。</source>
   <translation>작성과 검토에는 네트워크가 필요 없습니다. 제출과 회신 받기는 여기의 방식으로 연결하며 바꾸면 바로 적용됩니다.</translation>
  </message>
  <message>
   <source>网络</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <source>请填写代理地址；填好以前仍按系统代理连接。</source>
   <translation>프록시 주소를 입력하십시오. 그전까지는 시스템 프록시를 씁니다.</translation>
  </message>
  <message>
   <source>已按新的方式连接；可以点“测试连接”试一下。</source>
   <translation>새 방식으로 연결합니다. “연결 시험”으로 확인하십시오.</translation>
  </message>
  <message>
   <source>演示企业的平台就在本机，不经过网络。</source>
   <translation>시연 기업의 플랫폼은 이 PC에 있어 네트워크를 거치지 않습니다.</translation>
  </message>
  <message>
   <source>还没有开通报送，首次报送后再测试。</source>
   <translation>아직 제출이 개통되지 않았습니다. 최초 제출 후 시험하십시오.</translation>
  </message>
  <message>
   <source>代理服务器已连上；还没有开通报送，平台要到首次报送时才能试。</source>
   <translation>프록시에는 연결됨. 플랫폼은 최초 제출 때 시험할 수 있습니다.</translation>
  </message>
  <message>
   <source>连接正常，省平台已应答。</source>
   <translation>연결 정상, 플랫폼이 응답했습니다.</translation>
  </message>
  <message>
   <source>正在连接…</source>
   <translation>연결 중…</translation>
  </message>
  <message>
   <source>　含未报送数据</source>
   <translation>　미제출 데이터 포함</translation>
  </message>
  <message>
   <source>含未报送数据：%1。</source>
   <translation>미제출 데이터 포함: %1. </translation>
  </message>
  <message>
   <source>%1报送后又有改动，这里按现在的台账计算，与已报数不同。</source>
   <translation>%1은(는) 제출 후 변경되어 현재 대장으로 계산하므로 제출한 수치와 다릅니다. </translation>
  </message>
  <message>
   <source>所列数据均已报送。</source>
   <translation>표시된 데이터는 모두 제출되었습니다. </translation>
  </message>
  <message>
   <source>%1 行没有日期</source>
   <translation>날짜 없는 행 %1개</translation>
  </message>
  <message>
   <source>%1 行没有美元金额</source>
   <translation>달러 금액 없는 행 %1개</translation>
  </message>
  <message>
   <source>%1有 %2，没有计入。</source>
   <translation>%1: %2, 집계에 포함되지 않음. </translation>
  </message>
  <message>
   <source>统计未计入的行</source>
   <translation>통계에서 제외된 행</translation>
  </message>
  <message>
   <source>收起这条提示</source>
   <translation>이 알림 닫기</translation>
  </message>
  <message>
   <source>错误</source>
   <translation>오류</translation>
  </message>
  <message>
   <source>注意</source>
   <translation>주의</translation>
  </message>
  <message>
   <source>提示</source>
   <translation>안내</translation>
  </message>
  <message>
   <source>%1 份合同，累计执行 %2 笔，月度数 %3 个月</source>
   <translation>계약 %1건, 누적 이행 %2건, 월별 수치 %3개월</translation>
  </message>
  <message>
   <source>带入期初…</source>
   <translation>기초 자료 가져오기…</translation>
  </message>
  <message>
   <source>不需要</source>
   <translation>필요 없음</translation>
  </message>
  <message>
   <source>期初已登记：%1；随首月一起报送。</source>
   <translation>기초 자료 등록: %1. 첫 달과 함께 보고합니다.</translation>
  </message>
  <message>
   <source>查看期初…</source>
   <translation>기초 자료 보기…</translation>
  </message>
  <message>
   <source>年中开始在这里报送？起报以前已受理的合同、累计执行和各月数，可以从 Excel 一次带入。</source>
   <translation>연중에 보고를 시작하십니까? 이전에 접수된 계약, 누적 이행, 월별 수치를 Excel에서 한 번에 가져올 수 있습니다.</translation>
  </message>
  <message>
   <source>期初</source>
   <translation>기초 자료</translation>
  </message>
  <message>
   <source>带入</source>
   <translation>가져오기</translation>
  </message>
  <message>
   <source>现在单独报送</source>
   <translation>지금 따로 보고</translation>
  </message>
  <message>
   <source>撤销期初</source>
   <translation>기초 자료 취소</translation>
  </message>
  <message>
   <source>带入期初</source>
   <translation>기초 자료 가져오기</translation>
  </message>
  <message>
   <source>本企业已经在本系统报送过，不能再带入期初。</source>
   <translation>이 기업은 이미 이 시스템에서 보고했으므로 기초 자료를 가져올 수 없습니다.</translation>
  </message>
  <message>
   <source>期初已登记：%1</source>
   <translation>기초 자료 등록: %1</translation>
  </message>
  <message>
   <source>从%1起在本系统报送；期初随%1一起报送，也可以现在单独报送。报送以前可以撤销重来。</source>
   <translation>%1부터 이 시스템에서 보고합니다. 기초 자료는 %1분과 함께 보고하며 지금 따로 보고할 수도 있습니다. 보고 전에는 취소할 수 있습니다.</translation>
  </message>
  <message>
   <source>期初已报送，签名和回执见“报送记录”。以后合同有变动，请登记合同变更。</source>
   <translation>기초 자료를 보고했습니다. 서명과 접수증은 ‘보고 기록’에 있습니다. 이후 계약이 바뀌면 계약 변경에 등록하십시오.</translation>
  </message>
  <message>
   <source>平台没有收下期初，原因见“报送记录”；可以撤销后改好重来，或再报送一次。</source>
   <translation>플랫폼이 기초 자료를 받지 않았습니다. 이유는 ‘보고 기록’에 있습니다. 취소하고 고치거나 다시 보고하십시오.</translation>
  </message>
  <message>
   <source>期初模板.xlsx</source>
   <translation>기초 자료 서식.xlsx</translation>
  </message>
  <message>
   <source>正在带入 %1 …</source>
   <translation>%1 가져오는 중 …</translation>
  </message>
  <message>
   <source>带入前请核对：%1</source>
   <translation>가져오기 전에 확인하십시오: %1</translation>
  </message>
  <message>
   <source>从%1起在本系统报送，以下都在这以前。</source>
   <translation>%1부터 이 시스템에서 보고하며 아래는 모두 그 이전입니다.</translation>
  </message>
  <message>
   <source>带入 %1 份合同</source>
   <translation>계약 %1건 가져오기</translation>
  </message>
  <message>
   <source>正在签名…</source>
   <translation>서명 중…</translation>
  </message>
  <message>
   <source>撤销期初？带入的合同、执行和月度数都会移出账套，之后可以重新带入。</source>
   <translation>기초 자료를 취소할까요? 가져온 계약, 이행, 월별 수치가 장부에서 빠지며 다시 가져올 수 있습니다.</translation>
  </message>
  <message>
   <source>没有带入，账套没有改动</source>
   <translation>가져오지 않았고 장부는 그대로입니다</translation>
  </message>
  <message>
   <source>期初已登记…</source>
   <translation>기초 자료 등록됨…</translation>
  </message>
  <message>
   <source>期初…</source>
   <translation>기초 자료…</translation>
  </message>
  <message>
   <source>起报以前已受理的合同、累计执行和各月数，年中开始使用的企业一次带入</source>
   <translation>보고 시작 전에 접수된 계약, 누적 이행, 월별 수치를 연중에 시작하는 기업이 한 번에 가져옵니다</translation>
  </message>
  <message>
   <source>不能带入的地方</source>
   <translation>가져올 수 없는 곳</translation>
  </message>
  <message>
   <source>份合同</source>
   <translation>건 계약</translation>
  </message>
  <message>
   <source>笔累计执行</source>
   <translation>건 누적 이행</translation>
  </message>
  <message>
   <source>个月的月度数</source>
   <translation>개월 월별 수치</translation>
  </message>
  <message>
   <source>有 %1 处不能带入，请在文件里改好再选一次；现在一行也没有带入。</source>
   <translation>%1곳을 가져올 수 없습니다. 파일에서 고친 뒤 다시 선택하십시오. 아직 아무것도 가져오지 않았습니다.</translation>
  </message>
  <message>
   <source>合同金额合计</source>
   <translation>계약 금액 합계</translation>
  </message>
  <message>
   <source>累计执行额合计</source>
   <translation>누계 집행액 합계</translation>
  </message>
  <message>
   <source>%1金额合计</source>
   <translation>%1 금액 합계</translation>
  </message>
  <message>
   <source>可报送</source>
   <translation>제출 가능</translation>
  </message>
  <message>
   <source>不能报</source>
   <translation>제출 불가</translation>
  </message>
  <message>
   <source>无需报</source>
   <translation>제출 불필요</translation>
  </message>
  <message>
   <source>已报送</source>
   <translation>제출됨</translation>
  </message>
  <message>
   <source>已同步</source>
   <translation>동기화됨</translation>
  </message>
  <message>
   <source>未送达</source>
   <translation>미전달</translation>
  </message>
  <message>
   <source>使用中</source>
   <translation>사용 중</translation>
  </message>
  <message>
   <source>没做成</source>
   <translation>실패</translation>
  </message>
  <message>
   <source>未做</source>
   <translation>안 함</translation>
  </message>
  <message>
   <source>程序出现意外错误，已记录；这家企业的数据没有丢失，其他企业继续。</source>
   <translation>예상치 못한 오류가 발생해 기록했습니다. 이 기업의 데이터는 안전하며 다른 기업은 계속합니다.</translation>
  </message>
  <message>
   <source>%1 %2 家</source>
   <translation>%1 %2개사</translation>
  </message>
  <message>
   <source>审核与报送</source>
   <translation>검토와 제출</translation>
  </message>
  <message>
   <source>报送记录</source>
   <translation>제출 기록</translation>
  </message>
  <message>
   <source>统计分析</source>
   <translation>통계 분석</translation>
  </message>
  <message>
   <source>企业信息</source>
   <translation>기업 정보</translation>
  </message>
  <message>
   <source>设置</source>
   <translation>설정</translation>
  </message>
  <message>
   <source>台账</source>
   <translation>대장</translation>
  </message>
  <message>
   <source>月报</source>
   <translation>월보</translation>
  </message>
  <message>
   <source>年报</source>
   <translation>연보</translation>
  </message>
  <message>
   <source>按需填报</source>
   <translation>필요 시 작성</translation>
  </message>
  <message>
   <source>打印预览</source>
   <translation>인쇄 미리보기</translation>
  </message>
  <message>
   <source>接受</source>
   <translation>수락</translation>
  </message>
  <message>
   <source>写入执行台账的“对应收汇凭证”，一步，可撤销（Ctrl+Enter）</source>
   <translation>이행 대장의 ‘대응 외화입금증빙’에 한 단계로 기록하며 실행 취소할 수 있습니다 (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>还原</source>
   <translation>되돌리기</translation>
  </message>
  <message>
   <source>回到已保存的对应，没有的回到建议</source>
   <translation>저장된 연결로, 없으면 제안으로 되돌립니다</translation>
  </message>
  <message>
   <source>清空</source>
   <translation>모두 지우기</translation>
  </message>
  <message>
   <source>取出全部凭证；接受以后，这笔执行不再对应任何凭证</source>
   <translation>증빙을 모두 뺍니다. 수락하면 이 이행에는 증빙이 없습니다</translation>
  </message>
  <message>
   <source>到台账</source>
   <translation>대장으로</translation>
  </message>
  <message>
   <source>在上面选一笔执行，这里列出它的收汇凭证。</source>
   <translation>위에서 이행을 선택하면 여기에 외화입금증빙이 표시됩니다.</translation>
  </message>
  <message>
   <source>还没有对应的凭证。在凭证一栏选中，按空格放进来；可以放几张，各写金额。</source>
   <translation>아직 증빙이 없습니다. 증빙 목록에서 선택하고 스페이스를 누르면 들어갑니다. 여러 장을 넣고 금액을 각각 쓸 수 있습니다.</translation>
  </message>
  <message>
   <source>不在收汇凭证台账中</source>
   <translation>외화입금증빙 대장에 없음</translation>
  </message>
  <message>
   <source>凭证 %1 的核销金额</source>
   <translation>증빙 %1의 대사 금액</translation>
  </message>
  <message>
   <source>可核销 %1</source>
   <translation>대사 가능 %1</translation>
  </message>
  <message>
   <source>取出凭证 %1</source>
   <translation>증빙 %1 빼기</translation>
  </message>
  <message>
   <source>取出</source>
   <translation>빼기</translation>
  </message>
  <message>
   <source>差额 %1</source>
   <translation>차액 %1</translation>
  </message>
  <message>
   <source>已受理，不能改；请先办理更正。</source>
   <translation>접수되어 고칠 수 없습니다. 먼저 정정을 하십시오.</translation>
  </message>
  <message>
   <source>金额不能识别，或不大于零。</source>
   <translation>금액을 읽을 수 없거나 0보다 크지 않습니다.</translation>
  </message>
  <message>
   <source>合计超过了执行金额。</source>
   <translation>합계가 이행 금액을 넘습니다.</translation>
  </message>
  <message>
   <source>超过了凭证 %1 可核销的金额。</source>
   <translation>증빙 %1의 대사 가능 금액을 넘습니다.</translation>
  </message>
  <message>
   <source>凭证 %1 的币种不同。</source>
   <translation>증빙 %1의 통화가 다릅니다.</translation>
  </message>
  <message>
   <source>收汇凭证台账中没有 %1。</source>
   <translation>외화입금증빙 대장에 %1이(가) 없습니다.</translation>
  </message>
  <message>
   <source>%1年%2月</source>
   <translation>%1년 %2월</translation>
  </message>
  <message>
   <source>%1年</source>
   <translation>%1년</translation>
  </message>
  <message>
   <source>%1至%2</source>
   <translation>%1~%2</translation>
  </message>
  <message>
   <source>已受理的数</source>
   <translation>수리된 수치</translation>
  </message>
  <message>
   <source>参考线</source>
   <translation>기준선</translation>
  </message>
  <message>
   <source>还差</source>
   <translation>부족</translation>
  </message>
  <message>
   <source>取自</source>
   <translation>출처</translation>
  </message>
  <message>
   <source>%1（表）</source>
   <translation>%1 (표)</translation>
  </message>
  <message>
   <source>符合</source>
   <translation>충족</translation>
  </message>
  <message>
   <source>不符合</source>
   <translation>미충족</translation>
  </message>
  <message>
   <source>供参考</source>
   <translation>참고</translation>
  </message>
  <message>
   <source>(1)、(2) 等各组条件满足任意一组即可，不必都达到。</source>
   <translation>(1), (2) 등 조건 그룹 중 하나만 충족하면 됩니다. 모두 충족할 필요는 없습니다.</translation>
  </message>
  <message>
   <source>口径：%1年。%2</source>
   <translation>기준: %1년. %2</translation>
  </message>
  <message>
   <source>已达到</source>
   <translation>달성</translation>
  </message>
  <message>
   <source>%1（没有已受理的）</source>
   <translation>%1 (수리된 것 없음)</translation>
  </message>
  <message>
   <source>还没有受理，没有计入：%1。</source>
   <translation>아직 수리되지 않아 제외: %1.</translation>
  </message>
  <message>
   <source>年度</source>
   <translation>연도</translation>
  </message>
  <message>
   <source>现行制度没有政策自查的条件。</source>
   <translation>현행 제도에는 정책 자가 점검 조건이 없습니다.</translation>
  </message>
  <message>
   <source>政策自查</source>
   <translation>정책 자가 점검</translation>
  </message>
  <message>
   <source>按平台已受理的申报计算，只在本机显示，不上报。条件是往年公开的口径，不是现行规定；申报以当年通知为准。</source>
   <translation>플랫폼이 수리한 신고로 계산하며 이 PC에만 표시되고 전송되지 않습니다. 조건은 지난 해에 공개된 기준으로 현행 규정이 아니며, 신청은 해당 연도 공고를 따릅니다.</translation>
  </message>
  <message>
   <source>外观</source>
   <translation>모양</translation>
  </message>
  <message>
   <source>跟随系统</source>
   <translation>시스템 설정</translation>
  </message>
  <message>
   <source>浅色</source>
   <translation>밝게</translation>
  </message>
  <message>
   <source>深色</source>
   <translation>어둡게</translation>
  </message>
  <message>
   <source>小</source>
   <translation>작게</translation>
  </message>
  <message>
   <source>标准</source>
   <translation>보통</translation>
  </message>
  <message>
   <source>大</source>
   <translation>크게</translation>
  </message>
  <message>
   <source>特大</source>
   <translation>매우 크게</translation>
  </message>
  <message>
   <source>紧凑</source>
   <translation>좁게</translation>
  </message>
  <message>
   <source>宽松</source>
   <translation>넓게</translation>
  </message>
  <message>
   <source>主题</source>
   <translation>테마</translation>
  </message>
  <message>
   <source>界面字号</source>
   <translation>글자 크기</translation>
  </message>
  <message>
   <source>表格行高</source>
   <translation>행 높이</translation>
  </message>
  <message>
   <source>界面语言</source>
   <translation>언어</translation>
  </message>
  <message>
   <source>向右</source>
   <translation>오른쪽</translation>
  </message>
  <message>
   <source>向下</source>
   <translation>아래쪽</translation>
  </message>
  <message>
   <source>按表式</source>
   <translation>양식대로</translation>
  </message>
  <message>
   <source>元</source>
   <translation>위안</translation>
  </message>
  <message>
   <source>万元</source>
   <translation>만 위안</translation>
  </message>
  <message>
   <source>回车键移动</source>
   <translation>Enter 이동</translation>
  </message>
  <message>
   <source>金额显示</source>
   <translation>금액 표시</translation>
  </message>
  <message>
   <source>回车方向只影响台账表格，Tab 始终向右，按住 Shift 反向。金额显示只改变看和填的单位，保存的金额不变，也可以在每张表上方临时切换；按表式：台账用元（原币），月报用万元。</source>
   <translation>Enter 방향은 대장에만 적용되며 Tab은 항상 오른쪽, Shift는 반대입니다. 금액 표시는 보고 입력하는 단위만 바꾸고 저장된 금액은 그대로이며 각 표 위에서도 바꿀 수 있습니다. 양식대로: 대장은 원통화, 월보는 만 단위.</translation>
  </message>
  <message>
   <source>关闭程序再打开后生效；已填的数据不受影响。</source>
   <translation>프로그램을 다시 시작하면 적용됩니다. 입력한 데이터에는 영향이 없습니다.</translation>
  </message>
  <message>
   <source>更改…</source>
   <translation>변경…</translation>
  </message>
  <message>
   <source>更改备份文件夹</source>
   <translation>백업 폴더 변경</translation>
  </message>
  <message>
   <source>放在账套旁边</source>
   <translation>장부 옆에</translation>
  </message>
  <message>
   <source>备份与恢复…</source>
   <translation>백업과 복원…</translation>
  </message>
  <message>
   <source>备份文件夹</source>
   <translation>백업 폴더</translation>
  </message>
  <message>
   <source>还没有做过恢复演练：在“备份与恢复”里点一下，就知道备份能不能用。</source>
   <translation>아직 복원 연습을 하지 않았습니다. “백업과 복원”에서 눌러 보면 백업을 쓸 수 있는지 알 수 있습니다.</translation>
  </message>
  <message>
   <source>上次演练没有成功 %1</source>
   <translation>지난 연습 실패 %1</translation>
  </message>
  <message>
   <source>上次演练恢复成功 %1</source>
   <translation>지난 복원 연습 성공 %1</translation>
  </message>
  <message>
   <source>备份放到哪个文件夹</source>
   <translation>백업할 폴더</translation>
  </message>
  <message>
   <source>数据位置</source>
   <translation>데이터 위치</translation>
  </message>
  <message>
   <source>账套、设置和日志都在本机这个文件夹里，不会自动上传：</source>
   <translation>장부, 설정, 로그는 모두 이 PC의 이 폴더에 있으며 자동으로 업로드되지 않습니다:</translation>
  </message>
  <message>
   <source>打印预览：%1</source>
   <translation>인쇄 미리보기: %1</translation>
  </message>
  <message>
   <source>打印什么</source>
   <translation>인쇄 대상</translation>
  </message>
  <message>
   <source>单位：按表式</source>
   <translation>단위: 표 양식대로</translation>
  </message>
  <message>
   <source>全部栏目</source>
   <translation>모든 항목</translation>
  </message>
  <message>
   <source>连同窗口里不显示的栏目一起打印</source>
   <translation>창에서 숨긴 항목도 인쇄</translation>
  </message>
  <message>
   <source>存为 PDF</source>
   <translation>PDF로 저장</translation>
  </message>
  <message>
   <source>上一页（PgUp）</source>
   <translation>이전 쪽 (PgUp)</translation>
  </message>
  <message>
   <source>下一页（PgDn）</source>
   <translation>다음 쪽 (PgDn)</translation>
  </message>
  <message>
   <source>页码</source>
   <translation>쪽 번호</translation>
  </message>
  <message>
   <source>适合宽度</source>
   <translation>너비에 맞춤</translation>
  </message>
  <message>
   <source>整页</source>
   <translation>전체 쪽</translation>
  </message>
  <message>
   <source>显示比例</source>
   <translation>배율</translation>
  </message>
  <message>
   <source>正在排版…</source>
   <translation>배치 중…</translation>
  </message>
  <message>
   <source>／ 共 %1 页</source>
   <translation>／ 전체 %1쪽</translation>
  </message>
  <message>
   <source>已存为 %1</source>
   <translation>%1(으)로 저장됨</translation>
  </message>
  <message>
   <source>正在生成 PDF…</source>
   <translation>PDF 만드는 중…</translation>
  </message>
  <message>
   <source>这台电脑没有打印机；可以先“存为 PDF”，拿到别处打印。</source>
   <translation>이 PC에 프린터가 없습니다. “PDF로 저장”하여 다른 곳에서 인쇄하십시오.</translation>
  </message>
  <message>
   <source>打印机没有接受这次打印，请检查打印机后重试。</source>
   <translation>프린터가 인쇄를 받지 않았습니다. 프린터를 확인하고 다시 시도하십시오.</translation>
  </message>
  <message>
   <source>正在打印…</source>
   <translation>인쇄 중…</translation>
  </message>
  <message>
   <source>已送到打印机。</source>
   <translation>프린터로 보냈습니다.</translation>
  </message>
  <message>
   <source>打印已停止。</source>
   <translation>인쇄를 중지했습니다.</translation>
  </message>
  <message>
   <source>主管批注</source>
   <translation>주관부서 의견</translation>
  </message>
  <message>
   <source>粘贴待处理</source>
   <translation>붙여넣기 처리할 것</translation>
  </message>
  <message>
   <source>尚未审核。按 F9 审核本表。</source>
   <translation>아직 검토하지 않았습니다. F9로 이 표를 검토하십시오.</translation>
  </message>
  <message>
   <source>没有主管部门的批注。</source>
   <translation>주관부서 의견이 없습니다.</translation>
  </message>
  <message>
   <source>没有需要修改或说明的地方。</source>
   <translation>수정하거나 소명할 것이 없습니다.</translation>
  </message>
  <message>
   <source>展开</source>
   <translation>펼치기</translation>
  </message>
  <message>
   <source>F8 下一处 · Shift+F8 上一处</source>
   <translation>F8 다음 · Shift+F8 이전</translation>
  </message>
  <message>
   <source>核实无误的写明原因，随报表上报；有误的请修改</source>
   <translation>맞으면 사유를 쓰면 보고서와 함께 제출됩니다. 틀렸으면 수정하세요</translation>
  </message>
  <message>
   <source>问题清单</source>
   <translation>문제 목록</translation>
  </message>
  <message>
   <source>错误（须改）</source>
   <translation>오류(수정 필요)</translation>
  </message>
  <message>
   <source>核实（待说明）</source>
   <translation>경고(소명 필요)</translation>
  </message>
  <message>
   <source>没有错误，%1 处核实都已说明，%2</source>
   <translation>오류 없음, 경고 %1곳 모두 소명됨, %2</translation>
  </message>
  <message>
   <source>审核通过，0 个问题，%1</source>
   <translation>검토 통과, 문제 0건, %1</translation>
  </message>
  <message>
   <source>核实，已写说明</source>
   <translation>경고, 소명됨</translation>
  </message>
  <message>
   <source>级别</source>
   <translation>구분</translation>
  </message>
  <message>
   <source>说明</source>
   <comment>column</comment>
   <translation>설명</translation>
  </message>
  <message>
   <source>全表</source>
   <translation>표 전체</translation>
  </message>
  <message>
   <source>已说明：%1</source>
   <translation>소명됨: %1</translation>
  </message>
  <message>
   <source>错误，须修改</source>
   <translation>오류, 수정 필요</translation>
  </message>
  <message>
   <source>核实，可说明后报送</source>
   <translation>경고, 소명 후 제출 가능</translation>
  </message>
  <message>
   <source>提示，不影响报送</source>
   <translation>정보</translation>
  </message>
  <message>
   <source>印在每张报表上，随报表上报</source>
   <translation>모든 보고서에 인쇄되고 함께 제출됩니다</translation>
  </message>
  <message>
   <source>报表表头</source>
   <translation>보고서 머리글</translation>
  </message>
  <message>
   <source>单位负责人</source>
   <translation>기업 책임자</translation>
  </message>
  <message>
   <source>统计负责人</source>
   <translation>통계 책임자</translation>
  </message>
  <message>
   <source>填表人</source>
   <translation>작성자</translation>
  </message>
  <message>
   <source>联系电话</source>
   <translation>연락 전화</translation>
  </message>
  <message>
   <source>带入企业名称和属地</source>
   <translation>기업명과 소재지 가져오기</translation>
  </message>
  <message>
   <source>上次备份 %1</source>
   <translation>최근 백업 %1</translation>
  </message>
  <message>
   <source>还没有备份；退出时也会自动备份</source>
   <translation>아직 백업이 없습니다. 종료 시에도 자동 백업됩니다</translation>
  </message>
  <message>
   <source>CSV 文件，第一行是表头：月份、币种、汇率（1单位该币种折合多少美元）、来源、日期。</source>
   <translation>CSV 파일, 첫 줄은 머리글: 月份(월), 币种(통화), 汇率(1단위당 미달러), 来源(출처), 日期(날짜).</translation>
  </message>
  <message>
   <source>导入汇率表…</source>
   <translation>환율표 가져오기…</translation>
  </message>
  <message>
   <source>汇率</source>
   <translation>환율</translation>
  </message>
  <message>
   <source>（%1的）</source>
   <translation>(%1)</translation>
  </message>
  <message>
   <source>%1 折美元：%2。</source>
   <translation>%1 미달러 환산: %2.</translation>
  </message>
  <message>
   <source>其中 %3 个由本企业导入。</source>
   <translation>이 중 %3개는 이 기업이 가져왔습니다.</translation>
  </message>
  <message>
   <source>选择汇率表</source>
   <translation>환율표 선택</translation>
  </message>
  <message>
   <source>汇率表 (*.csv)</source>
   <translation>환율표 (*.csv)</translation>
  </message>
  <message>
   <source>已导入 %1 个汇率，此后的折算按新汇率计算。</source>
   <translation>환율 %1개를 가져왔습니다. 이후 환산은 새 환율로 계산합니다.</translation>
  </message>
  <message>
   <source>待审核</source>
   <translation>검토 필요</translation>
  </message>
  <message>
   <source>审核通过，勾选的将一并报送</source>
   <translation>검토 통과, 선택한 것을 함께 제출합니다</translation>
  </message>
  <message>
   <source>以前各月 %1 张</source>
   <translation>이전 월 %1장</translation>
  </message>
  <message>
   <source>其中 %1 张还有错误或核实项未说明：处理后一并报送，或取消上面的“一并补报”只报本期</source>
   <translation>이 중 %1장에 오류나 미소명 경고가 있습니다. 처리 후 함께 제출하거나 위의 선택을 해제해 이번 기간만 제출하십시오</translation>
  </message>
  <message>
   <source>暂不能报</source>
   <translation>아직 제출 불가</translation>
  </message>
  <message>
   <source>合同号</source>
   <translation>계약번호</translation>
  </message>
  <message>
   <source>日期</source>
   <translation>날짜</translation>
  </message>
  <message>
   <source>付款人</source>
   <translation>지급인</translation>
  </message>
  <message>
   <source>金额</source>
   <translation>금액</translation>
  </message>
  <message>
   <source>未核销</source>
   <translation>미대사</translation>
  </message>
  <message>
   <source>执行</source>
   <translation>이행</translation>
  </message>
  <message>
   <source>凭证编号</source>
   <translation>증빙번호</translation>
  </message>
  <message>
   <source>与所选执行</source>
   <translation>선택한 이행과</translation>
  </message>
  <message>
   <source>收汇凭证</source>
   <translation>외화입금증빙</translation>
  </message>
  <message>
   <source>已核销</source>
   <translation>대사 완료</translation>
  </message>
  <message>
   <source>差额</source>
   <translation>차액</translation>
  </message>
  <message>
   <source>差异</source>
   <translation>차이</translation>
  </message>
  <message>
   <source>执行（外汇收款）</source>
   <translation>이행(외화 입금)</translation>
  </message>
  <message>
   <source>逐合同、逐币种；Enter 到它的执行</source>
   <translation>계약·통화별. Enter로 이행으로 이동</translation>
  </message>
  <message>
   <source>Enter 接受 · 空格 放入或取出凭证 · F2 改金额 · F8 下一笔</source>
   <translation>Enter 수락 · 스페이스 증빙 넣기·빼기 · F2 금액 · F8 다음</translation>
  </message>
  <message>
   <source>筛选：合同号、付款人、凭证…（Ctrl+F）</source>
   <translation>필터: 계약번호, 지급인, 증빙… (Ctrl+F)</translation>
  </message>
  <message>
   <source>接受全部建议</source>
   <translation>제안 모두 수락</translation>
  </message>
  <message>
   <source>把程序找到的对应一次写入执行台账，一步，可撤销；改了未接受的不动</source>
   <translation>찾은 연결을 이행 대장에 한 단계로 기록하며 실행 취소할 수 있습니다. 고치고 수락하지 않은 것은 그대로 둡니다</translation>
  </message>
  <message>
   <source>收汇核销</source>
   <translation>외화입금 대사</translation>
  </message>
  <message>
   <source>%1：外汇收款 %2 笔</source>
   <translation>%1: 외화 입금 %2건</translation>
  </message>
  <message>
   <source>；另有 %1 笔缺付款人、币种或金额，请先在执行台账补齐</source>
   <translation>; 그 밖에 %1건은 지급인·통화·금액이 없습니다. 먼저 이행 대장에서 채우십시오</translation>
  </message>
  <message>
   <source>接受全部 %1 笔建议</source>
   <translation>제안 %1건 모두 수락</translation>
  </message>
  <message>
   <source>已保存的对应</source>
   <translation>저장된 연결</translation>
  </message>
  <message>
   <source>建议：付款人、币种、金额相符，日期最近</source>
   <translation>제안: 지급인·통화·금액 일치, 날짜 최근접</translation>
  </message>
  <message>
   <source>改了未接受</source>
   <translation>미수락 변경</translation>
  </message>
  <message>
   <source>核销超额</source>
   <translation>초과 대사</translation>
  </message>
  <message>
   <source>部分核销</source>
   <translation>일부 대사</translation>
  </message>
  <message>
   <source>有建议</source>
   <translation>제안 있음</translation>
  </message>
  <message>
   <source>已放入</source>
   <translation>넣음</translation>
  </message>
  <message>
   <source>币种不同</source>
   <translation>통화 다름</translation>
  </message>
  <message>
   <source>金额、付款人相同</source>
   <translation>금액·지급인 같음</translation>
  </message>
  <message>
   <source>付款人相同</source>
   <translation>지급인 같음</translation>
  </message>
  <message>
   <source>金额相同</source>
   <translation>금액 같음</translation>
  </message>
  <message>
   <source>本月合计</source>
   <translation>이달 합계</translation>
  </message>
  <message>
   <source>未核销 %1</source>
   <translation>미대사 %1</translation>
  </message>
  <message>
   <source>全部核销</source>
   <translation>모두 대사 완료</translation>
  </message>
  <message>
   <source>暂无</source>
   <translation>없음</translation>
  </message>
  <message>
   <source>没有符合筛选的执行，请改筛选。</source>
   <translation>필터에 맞는 이행이 없습니다. 필터를 바꾸십시오.</translation>
  </message>
  <message>
   <source>本月 %1 笔执行都已核销；点上面的“全部”查看或改动。</source>
   <translation>이달의 이행 %1건이 모두 대사되었습니다. 위의 ‘전체’를 눌러 보거나 고치십시오.</translation>
  </message>
  <message>
   <source>没有差异：本月的执行都有凭证，金额相符。</source>
   <translation>차이 없음: 이달의 이행에 모두 증빙이 있고 금액이 일치합니다.</translation>
  </message>
  <message>
   <source>本月没有依据为“外汇收款”的执行，不用核销。还有没登记的，先到执行台账登记；要核销别的月份，在上方换报告期。</source>
   <translation>이 달에는 외화 수취를 근거로 한 집행이 없어 대사할 것이 없습니다. 빠진 것이 있으면 집행 대장에 등록하고, 다른 달은 위에서 보고 기간을 바꾸십시오.</translation>
  </message>
  <message>
   <source>这笔执行不是外汇收款，或还缺币种、金额，不用核销。</source>
   <translation>이 이행은 외화 입금이 아니거나 통화·금액이 없어 대사할 것이 없습니다.</translation>
  </message>
  <message>
   <source>这张凭证的币种不同，或已经核销完。</source>
   <translation>이 증빙은 통화가 다르거나 남은 금액이 없습니다.</translation>
  </message>
  <message>
   <source>第%1行已写入执行台账，按 Ctrl+Z 撤销</source>
   <translation>%1행을 이행 대장에 기록했습니다. Ctrl+Z로 취소</translation>
  </message>
  <message>
   <source>已核销 %1 笔，按 Ctrl+Z 一次撤销</source>
   <translation>%1건을 대사했습니다. Ctrl+Z로 한 번에 취소</translation>
  </message>
  <message>
   <source>报表</source>
   <translation>보고서</translation>
  </message>
  <message>
   <source>报送时间</source>
   <translation>제출 시각</translation>
  </message>
  <message>
   <source>同步记录</source>
   <translation>동기화 기록</translation>
  </message>
  <message>
   <source>报送</source>
   <comment>list</comment>
   <translation>제출</translation>
  </message>
  <message>
   <source>还没有报送过。审核通过后到“审核与报送”按一下“报送”，回执会保存在这里。</source>
   <translation>아직 제출하지 않았습니다. 검토 통과 후 “검토와 제출”에서 “제출”을 누르면 접수증이 여기에 보관됩니다.</translation>
  </message>
  <message>
   <source>去审核与报送</source>
   <translation>검토와 제출로</translation>
  </message>
  <message>
   <source>正在获取…</source>
   <translation>받는 중…</translation>
  </message>
  <message>
   <source>指定表头和各列</source>
   <translation>머리글과 열 지정</translation>
  </message>
  <message>
   <source>全部审核  F9</source>
   <translation>전체 검토  F9</translation>
  </message>
  <message>
   <source>报送  Ctrl+Shift+Enter</source>
   <translation>제출  Ctrl+Shift+Enter</translation>
  </message>
  <message>
   <source>本期报表</source>
   <translation>이번 기간 보고서</translation>
  </message>
  <message>
   <source>一并报送</source>
   <translation>함께 제출</translation>
  </message>
  <message>
   <source>操作</source>
   <translation>작업</translation>
  </message>
  <message>
   <source>有 %1 张已签名的报表还没有发出：请到“审核与报送”输入报送码，开通后自动发送。</source>
   <translation>서명된 보고서 %1장이 아직 전송되지 않았습니다. “검토와 제출”에서 제출 코드를 입력하면 개통 후 자동 전송됩니다.</translation>
  </message>
  <message>
   <source>去开通</source>
   <translation>개통하기</translation>
  </message>
  <message>
   <source>上次关闭时有 %1 张已签名的报表还没有拿到回执，正在接着发送，不用重报。</source>
   <translation>지난번 종료 때 서명된 보고서 %1장의 접수증을 받지 못했습니다. 이어서 전송 중이므로 다시 제출할 필요가 없습니다.</translation>
  </message>
  <message>
   <source>上次没有发完的 %1 张报表已全部送达，回执已收到并验证。</source>
   <translation>지난번에 남은 보고서 %1장이 모두 전달되었고 접수증을 받아 검증했습니다.</translation>
  </message>
  <message>
   <source>看回执</source>
   <translation>접수증 보기</translation>
  </message>
  <message>
   <source>%1 张被平台拒收，请到“报送记录”看原因，改好再报</source>
   <translation>%1장은 플랫폼이 거부했습니다(“제출 기록”에서 이유를 보고 고쳐 다시 제출하십시오)</translation>
  </message>
  <message>
   <source>%1 张还没有回执，联网后自动接着发送</source>
   <translation>%1장은 아직 접수증이 없으며 연결되면 자동으로 이어 전송됩니다</translation>
  </message>
  <message>
   <source>上次没有发完的 %1 张报表里：%2。</source>
   <translation>지난번에 남은 보고서 %1장 중: %2.</translation>
  </message>
  <message>
   <source>；</source>
   <translation>; </translation>
  </message>
  <message>
   <source>立即重试</source>
   <translation>지금 다시 시도</translation>
  </message>
  <message>
   <source>看原因</source>
   <translation>이유 보기</translation>
  </message>
  <message>
   <source>已退回，待更正</source>
   <translation>반려됨, 정정 필요</translation>
  </message>
  <message>
   <source>改好数字，或在核实项下写明原因，就到“可报送”里；没有改动的不会再报</source>
   <translation>수치를 고치거나 경고를 소명하면 제출 가능으로 옮겨집니다. 바뀌지 않은 것은 다시 제출되지 않습니다</translation>
  </message>
  <message>
   <source>核对无误，原样再报</source>
   <translation>확인 결과 맞음, 그대로 다시 제출</translation>
  </message>
  <message>
   <source>与主管部门核对过、确实没有错时用；放到“可报送”里，和其他报表一起报</source>
   <translation>주관부서와 확인해 틀린 것이 없을 때 씁니다. 제출 가능에 놓여 다른 보고서와 함께 제출됩니다</translation>
  </message>
  <message>
   <source>关闭行详情</source>
   <translation>행 상세 닫기</translation>
  </message>
  <message>
   <source>关闭（Alt+Enter）</source>
   <translation>닫기 (Alt+Enter)</translation>
  </message>
  <message>
   <source>新制度包的变化</source>
   <translation>새 제도 패키지의 변경 사항</translation>
  </message>
  <message>
   <source>与现在用的制度相比有 %1 处变化。已报送的报表不受影响。</source>
   <translation>현재 제도와 비교해 변경 %1건. 이미 제출한 보고서는 영향이 없습니다.</translation>
  </message>
  <message>
   <source>与现在用的制度没有差别。</source>
   <translation>현재 제도와 차이가 없습니다.</translation>
  </message>
  <message>
   <source>所在</source>
   <translation>위치</translation>
  </message>
  <message>
   <source>变化</source>
   <translation>변경</translation>
  </message>
  <message>
   <source>变化列表</source>
   <translation>변경 목록</translation>
  </message>
  <message>
   <source>安装</source>
   <translation>설치</translation>
  </message>
  <message>
   <source>省平台有新的制度包 %1。</source>
   <translation>성 플랫폼에 새 제도 패키지 %1이(가) 있습니다.</translation>
  </message>
  <message>
   <source>查看变化</source>
   <translation>변경 보기</translation>
  </message>
  <message>
   <source>以后</source>
   <translation>나중에</translation>
  </message>
  <message>
   <source>%1 有了新版，%2 的草稿仍按旧版填写。</source>
   <translation>%1의 새 판이 나왔고, %2 초안은 아직 이전 판입니다.</translation>
  </message>
  <message>
   <source>查看并转到新版</source>
   <translation>보고 새 판으로 옮기기</translation>
  </message>
  <message>
   <source>正在取制度包…</source>
   <translation>제도 패키지를 받는 중…</translation>
  </message>
  <message>
   <source>正在核对并试算制度包…</source>
   <translation>제도 패키지를 확인하고 시험하는 중…</translation>
  </message>
  <message>
   <source>制度包 %1 已安装并启用。</source>
   <translation>제도 패키지 %1을(를) 설치하고 적용했습니다.</translation>
  </message>
  <message>
   <source>要导入的工作表</source>
   <translation>가져올 시트</translation>
  </message>
  <message numerus="yes">
   <source>文件里有 %n 处要留意</source>
   <translation>
    <numerusform>파일에서 확인할 점 %n건</numerusform>
   </translation>
  </message>
  <message>
   <source>填报中</source>
   <translation>작성 중</translation>
  </message>
  <message>
   <source>待报送</source>
   <translation>제출 대기</translation>
  </message>
  <message>
   <source>待发送</source>
   <translation>전송 대기</translation>
  </message>
  <message>
   <source>报送中</source>
   <translation>제출 중</translation>
  </message>
  <message>
   <source>已交盘</source>
   <translation>디스크 제출</translation>
  </message>
  <message>
   <source>代报点已收</source>
   <translation>대행처 접수</translation>
  </message>
  <message>
   <source>待反馈</source>
   <translation>회신 대기</translation>
  </message>
  <message>
   <source>已归档</source>
   <translation>보관됨</translation>
  </message>
  <message>
   <source>有冲突</source>
   <translation>충돌</translation>
  </message>
  <message>
   <source>已更正</source>
   <translation>정정됨</translation>
  </message>
  <message>
   <source>已撤回</source>
   <translation>철회됨</translation>
  </message>
  <message>
   <source>已取消</source>
   <translation>취소됨</translation>
  </message>
  <message>
   <source>县级主管部门</source>
   <translation>현급 주관부서</translation>
  </message>
  <message>
   <source>州市主管部门</source>
   <translation>시급 주관부서</translation>
  </message>
  <message>
   <source>开发区主管部门</source>
   <translation>개발구 주관부서</translation>
  </message>
  <message>
   <source>省级主管部门</source>
   <translation>성급 주관부서</translation>
  </message>
  <message>
   <source>导出 Excel</source>
   <translation>Excel 내보내기</translation>
  </message>
  <message>
   <source>期间</source>
   <translation>기간</translation>
  </message>
  <message>
   <source>占比和排名的口径</source>
   <translation>비중과 순위의 기준</translation>
  </message>
  <message>
   <source>离岸占比、国别、业务、发包方按哪个金额统计</source>
   <translation>오프쇼어 비중, 국가, 업무, 발주처를 어느 금액으로 집계할지</translation>
  </message>
  <message>
   <source>1月至%1月</source>
   <translation>1월~%1월</translation>
  </message>
  <message>
   <source>1月</source>
   <translation>1월</translation>
  </message>
  <message>
   <source>全年</source>
   <translation>연간</translation>
  </message>
  <message>
   <source>复制图片</source>
   <translation>그림 복사</translation>
  </message>
  <message>
   <source>复制图片：%1</source>
   <translation>그림 복사: %1</translation>
  </message>
  <message>
   <source>点一下图，可用方向键逐项看；双击或按 Enter 打开对应的行。</source>
   <translation>도표를 누르면 방향키로 항목을 볼 수 있고, 두 번 클릭이나 Enter로 해당 행을 엽니다.</translation>
  </message>
  <message>
   <source>图片已复制，可以粘贴到 Word、Excel 或聊天窗口</source>
   <translation>그림을 복사했습니다. Word, Excel, 대화창에 붙여넣을 수 있습니다</translation>
  </message>
  <message>
   <source>表格已复制，可以粘贴到 Excel</source>
   <translation>표를 복사했습니다. Excel에 붙여넣을 수 있습니다</translation>
  </message>
  <message>
   <source>查看未计入的行</source>
   <translation>제외된 행 보기</translation>
  </message>
  <message>
   <source>对照公开的支持条件，看本企业达到了哪些、还差多少</source>
   <translation>공개된 지원 조건과 비교해 달성 여부와 부족분을 봅니다</translation>
  </message>
  <message>
   <source>正在统计…</source>
   <translation>집계 중…</translation>
  </message>
  <message>
   <source>还没有可以统计的数据。先导入或填写合同台账和执行台账，图表会自动画出来。</source>
   <translation>아직 집계할 데이터가 없습니다. 계약 대장과 이행 대장을 가져오거나 입력하면 도표가 자동으로 그려집니다.</translation>
  </message>
  <message>
   <source>去合同台账</source>
   <translation>계약 대장으로</translation>
  </message>
  <message>
   <source>去执行台账</source>
   <translation>이행 대장으로</translation>
  </message>
  <message>
   <source>统计分析 %1.xlsx</source>
   <translation>통계 분석 %1.xlsx</translation>
  </message>
  <message>
   <source>已导出 %1 张表：%2</source>
   <translation>표 %1개 내보냄: %2</translation>
  </message>
  <message>
   <source>离线可填</source>
   <translation>오프라인 작성 가능</translation>
  </message>
  <message>
   <source>离线可填 · 已自动保存 %1</source>
   <translation>오프라인 작성 가능 · 자동 저장됨 %1</translation>
  </message>
  <message>
   <source>报表制度：%1</source>
   <translation>보고 제도: %1</translation>
  </message>
  <message>
   <source>报表格式和审核规则按这一版，与省级平台用的是同一份；省里发布新版时会提示</source>
   <translation>서식과 검토 규칙은 이 판을 따르며 성 플랫폼과 같습니다. 새 판이 나오면 알려 드립니다</translation>
  </message>
  <message>
   <source>1 选文件</source>
   <translation>1 파일</translation>
  </message>
  <message>
   <source>2 工作表和表头</source>
   <translation>2 시트와 머리글</translation>
  </message>
  <message>
   <source>3 列对应</source>
   <translation>3 열 대응</translation>
  </message>
  <message>
   <source>4 核对</source>
   <translation>4 확인</translation>
  </message>
  <message>
   <source>5 结果</source>
   <translation>5 결과</translation>
  </message>
  <message>
   <source>一并补报 %1起没有报送、或报后又补登的 %2 张报表</source>
   <translation>%1부터 미제출이거나 제출 후 추가된 보고서 %2장도 함께 제출</translation>
  </message>
  <message>
   <source>%1要先有这些报表，一并补报：%2</source>
   <translation>%1에 먼저 필요한 보고서이므로 함께 보고: %2</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表；主管部门退回了 %2 张，请到“报送记录”看意见，改好再报。</source>
   <translation>성 플랫폼이 보고서 %1건을 접수했습니다. 주관 부서가 %2건을 반려했으니 “제출 기록”에서 의견을 확인하고 수정하여 다시 보고하십시오.</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表，主管部门已全部受理。</source>
   <translation>성 플랫폼이 보고서 %1건을 접수했고 주관 부서가 모두 수리했습니다.</translation>
  </message>
  <message>
   <source>省级平台已收到 %1 张报表并发回回执，现在等待主管部门反馈。</source>
   <translation>성급 플랫폼이 보고서 %1장을 받고 접수증을 보냈습니다. 주관부서의 회신을 기다립니다.</translation>
  </message>
  <message>
   <source>%1 处错误</source>
   <translation>오류 %1건</translation>
  </message>
  <message>
   <source>审核没有通过（%1 %2等 %3 张），没有冻结任何数据。请到“审核与报送”逐条处理后再报。</source>
   <translation>검토를 통과하지 못했습니다(%1 %2 등 %3장). 아무것도 확정하지 않았습니다. “검토와 제출”에서 하나씩 처리한 뒤 다시 제출하십시오.</translation>
  </message>
  <message>
   <source>审核完成，%1。按 F8 逐处查看。</source>
   <translation>검토 완료, %1. F8로 차례로 봅니다.</translation>
  </message>
  <message>
   <source>审核完成，没有错误；%1。</source>
   <translation>검토 완료, 오류 없음. %1.</translation>
  </message>
  <message>
   <source>审核通过，没有错误。</source>
   <translation>검토 통과, 오류 없음.</translation>
  </message>
  <message>
   <source>账套以只读方式打开，不能报送。</source>
   <translation>장부를 읽기 전용으로 열어 제출할 수 없습니다.</translation>
  </message>
  <message>
   <source>还不能报送。%1。按 F8 逐处处理。</source>
   <translation>아직 제출할 수 없습니다. %1. F8로 차례로 처리하십시오.</translation>
  </message>
  <message>
   <source>没有勾选要报送的报表：请在“可报送”里勾选。</source>
   <translation>제출할 보고서를 선택하지 않았습니다. “제출 가능”에서 선택하십시오.</translation>
  </message>
  <message>
   <source>%1退回后还没有改动，不会原样再报：请改好数字或写明原因，见“已退回，待更正”。</source>
   <translation>%1은(는) 반려 후 바뀌지 않아 그대로 다시 제출되지 않습니다. 고치거나 소명하십시오(“반려됨, 정정 필요” 참조).</translation>
  </message>
  <message>
   <source>本期的报表都已签名，还没有送到平台：见“待发送”。</source>
   <translation>이번 기의 보고서는 모두 서명했지만 아직 플랫폼에 도착하지 않았습니다. “전송 대기”를 보세요.</translation>
  </message>
  <message>
   <source>本期没有要报送的报表，都已报送。进度和回执在“报送记录”。</source>
   <translation>이번 기간에 제출할 보고서가 없고 모두 제출되었습니다. 진행과 접수증은 “제출 기록”에 있습니다.</translation>
  </message>
  <message>
   <source>报送到省级平台</source>
   <translation>성급 플랫폼에 제출</translation>
  </message>
  <message>
   <source>报送进度</source>
   <translation>제출 진행률</translation>
  </message>
  <message>
   <source>后台运行</source>
   <translation>백그라운드 실행</translation>
  </message>
  <message>
   <source>取消报送</source>
   <translation>제출 취소</translation>
  </message>
  <message>
   <source>首次报送：请粘贴平台发放的报送码</source>
   <translation>최초 제출: 플랫폼이 발급한 제출 코드를 붙여넣으십시오</translation>
  </message>
  <message>
   <source>开通并报送</source>
   <translation>개통하고 제출</translation>
  </message>
  <message>
   <source>（演示）%1</source>
   <translation>(시연) %1</translation>
  </message>
  <message>
   <source>可以放到后台运行，完成后会提示；断网也不会丢，联网后自动续传。</source>
   <translation>백그라운드로 두어도 완료되면 알려 줍니다. 네트워크가 끊겨도 잃지 않으며 연결되면 이어서 전송합니다.</translation>
  </message>
  <message>
   <source>正在停下：已签名的报表留在待发队列，不会丢失。</source>
   <translation>멈추는 중: 서명된 보고서는 대기열에 남아 잃지 않습니다.</translation>
  </message>
  <message>
   <source>没有报送成功</source>
   <translation>제출하지 못했습니다</translation>
  </message>
  <message>
   <source>已取消，没有报送任何报表。</source>
   <translation>취소했습니다. 아무것도 제출하지 않았습니다.</translation>
  </message>
  <message>
   <source>还不能报送</source>
   <translation>아직 제출할 수 없습니다</translation>
  </message>
  <message>
   <source>%1 张，0 处错误</source>
   <translation>%1장, 오류 0건</translation>
  </message>
  <message>
   <source>%1 行</source>
   <translation>%1행</translation>
  </message>
  <message>
   <source>待发 %1 份</source>
   <translation>전송 대기 %1건</translation>
  </message>
  <message>
   <source>报表已签名并排队。取得报送码后到“审核与报送”开通，开通后自动发送，不用重报。</source>
   <translation>보고서가 서명되어 대기 중입니다. 보고 코드를 받으면 “심사 및 보고”에서 개통하세요. 개통하면 자동으로 전송되며 다시 보고하지 않아도 됩니다.</translation>
  </message>
  <message>
   <source>已签名，等待开通</source>
   <translation>서명됨, 개통 대기</translation>
  </message>
  <message>
   <source>已签名，留在待发队列。</source>
   <translation>서명하여 대기열에 두었습니다.</translation>
  </message>
  <message>
   <source>已取消发送</source>
   <translation>전송 취소됨</translation>
  </message>
  <message>
   <source>平台没有接收</source>
   <translation>플랫폼이 접수하지 않음</translation>
  </message>
  <message>
   <source>暂时没有送达</source>
   <translation>아직 전달되지 않음</translation>
  </message>
  <message>
   <source>报表已签名并排队，联网后自动发送，不用重报。</source>
   <translation>보고서는 서명되어 대기 중이며 연결되면 자동 전송됩니다. 다시 제출할 필요가 없습니다.</translation>
  </message>
  <message>
   <source>收到回执 %1 份，还有 %2 份没有收到，见所列。</source>
   <translation>접수증 %1건을 받았고 %2건은 아직 받지 못했습니다. 아래 목록을 보십시오.</translation>
  </message>
  <message>
   <source>没有全部送达</source>
   <translation>모두 전달되지는 않음</translation>
  </message>
  <message>
   <source>已发送 %1 份</source>
   <translation>%1건 전송됨</translation>
  </message>
  <message>
   <source>收到回执 %1 份，签名已验证</source>
   <translation>접수증 %1건, 서명 검증됨</translation>
  </message>
  <message>
   <source>没有需要报送的报表；已与省级平台同步。</source>
   <translation>제출할 보고서가 없습니다. 성급 플랫폼과 동기화했습니다.</translation>
  </message>
  <message>
   <source>报送完成</source>
   <translation>제출 완료</translation>
  </message>
  <message>
   <source>审核与报送　%1</source>
   <translation>검토와 제출　%1</translation>
  </message>
  <message>
   <source>%1，%2 审核</source>
   <translation>%1, %2 검토</translation>
  </message>
  <message>
   <source>✓ 审核通过，0 个问题，%1</source>
   <translation>✓ 검토 통과, 문제 0건, %1</translation>
  </message>
  <message>
   <source>%1，以及以前未报的报表</source>
   <translation>%1, 그리고 이전 미제출 보고서</translation>
  </message>
  <message>
   <source>本期已全部报送</source>
   <translation>이번 기간 모두 제출</translation>
  </message>
  <message numerus="yes">
   <source>%n 处错误</source>
   <translation>
    <numerusform>오류 %n건</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n 处核实项待说明</source>
   <translation>
    <numerusform>소명할 경고 %n건</numerusform>
   </translation>
  </message>
  <message>
   <source>本期没有记录，不用报送</source>
   <translation>이번 기간 기록 없음, 제출 불필요</translation>
  </message>
  <message>
   <source>没有发现错误</source>
   <translation>오류 없음</translation>
  </message>
  <message>
   <source>%1%2</source>
   <translation>%1 %2</translation>
  </message>
  <message>
   <source>无需报送</source>
   <translation>제출 불필요</translation>
  </message>
  <message>
   <source>填报</source>
   <translation>작성</translation>
  </message>
  <message>
   <source>修改</source>
   <translation>수정</translation>
  </message>
  <message>
   <source>%1 平台已收</source>
   <translation>%1 플랫폼 접수</translation>
  </message>
  <message>
   <source>%1；已报后有改动</source>
   <translation>%1, 제출 후 변경됨</translation>
  </message>
  <message>
   <source>%1，第%2版</source>
   <translation>%1, 제%2판</translation>
  </message>
  <message>
   <source>已签名，等待发送到省级平台</source>
   <translation>서명됨, 전송 대기</translation>
  </message>
  <message>
   <source>已签名，开通报送后自动发送</source>
   <translation>서명함, 제출을 개통하면 자동 전송</translation>
  </message>
  <message>
   <source>正在发送到省级平台</source>
   <translation>전송 중</translation>
  </message>
  <message>
   <source>台账改好后自动算出</source>
   <translation>대장을 고치면 자동 계산됨</translation>
  </message>
  <message>
   <source>上次审核有%1，改后未重审</source>
   <translation>지난 검토 %1, 변경 후 미검토</translation>
  </message>
  <message>
   <source>审核通过，%1</source>
   <translation>검토 통과, %1</translation>
  </message>
  <message>
   <source>主管部门已退回</source>
   <translation>주관부서가 반려함</translation>
  </message>
  <message>
   <source>主管部门退回：%1</source>
   <translation>주관부서 반려: %1</translation>
  </message>
  <message>
   <source>平台未接收，请查看原因</source>
   <translation>플랫폼 미접수, 이유를 확인하십시오</translation>
  </message>
  <message>
   <source>平台拒收：%1</source>
   <translation>플랫폼 거부: %1</translation>
  </message>
  <message>
   <source>没有退回</source>
   <translation>반려 없음</translation>
  </message>
  <message>
   <source>没有待反馈</source>
   <translation>회신 대기 없음</translation>
  </message>
  <message>
   <source>已签名待发送：%1</source>
   <translation>서명, 전송 대기: %1</translation>
  </message>
  <message>
   <source>与省级平台同步</source>
   <translation>성급 플랫폼과 동기화</translation>
  </message>
  <message>
   <source>全部企业…</source>
   <translation>전체 기업…</translation>
  </message>
  <message>
   <source>添加企业…</source>
   <translation>기업 추가…</translation>
  </message>
  <message>
   <source>从备份恢复…</source>
   <translation>백업에서 복원…</translation>
  </message>
  <message>
   <source>统一社会信用代码 %1</source>
   <translation>통일사회신용코드 %1</translation>
  </message>
  <message>
   <source>%1 条新消息</source>
   <translation>새 알림 %1건</translation>
  </message>
  <message>
   <source>币种未识别 %1 笔，未计入合计</source>
   <translation>통화를 알 수 없는 금액 %1건, 합계에서 제외</translation>
  </message>
  <message>
   <source>平均 %1（%2 个）</source>
   <translation>평균 %1 (%2개)</translation>
  </message>
  <message>
   <source>万</source>
   <translation>만</translation>
  </message>
  <message>
   <source>原文</source>
   <translation>원문</translation>
  </message>
  <message>
   <source>执行额趋势，万美元</source>
   <translation>이행금액 추이, 만 달러</translation>
  </message>
  <message>
   <source>填写或导入执行台账后，这里显示各月执行额</source>
   <translation>이행 대장을 입력하거나 가져오면 월별 이행금액이 표시됩니다</translation>
  </message>
  <message>
   <source>%1　离岸 %2　在岸 %3（万美元）</source>
   <translation>%1　오프쇼어 %2　온쇼어 %3 (만 달러)</translation>
  </message>
  <message>
   <source>操作步骤</source>
   <translation>작업 단계</translation>
  </message>
  <message>
   <source>操作步骤：一次撤销或重做几步</source>
   <translation>작업 단계: 여러 단계를 한 번에 취소·재실행</translation>
  </message>
  <message>
   <source>重做：%1</source>
   <translation>다시 실행: %1</translation>
  </message>
  <message>
   <source>撤销：%1</source>
   <translation>실행 취소: %1</translation>
  </message>
  <message>
   <source>美元</source>
   <translation>미달러</translation>
  </message>
  <message>
   <source>份</source>
   <translation>건</translation>
  </message>
  <message>
   <source>个</source>
   <translation>개</translation>
  </message>
  <message>
   <source>人</source>
   <translation>명</translation>
  </message>
  <message>
   <source>已签名，还没有送到省级平台；联网后自动发送，不用重报</source>
   <translation>서명했지만 아직 성급 플랫폼에 도착하지 않음. 온라인이 되면 자동 전송되며 다시 보고할 필요 없음</translation>
  </message>
  <message>
   <source>已签名，还没有送到省级平台；开通报送后自动发送，不用重报</source>
   <translation>서명했지만 아직 성급 플랫폼에 도착하지 않음. 개통하면 자동 전송되며 다시 보고할 필요 없음</translation>
  </message>
  <message>
   <source>立即发送</source>
   <translation>지금 전송</translation>
  </message>
  <message>
   <source>上次未写入的内容：%1 “%2”。</source>
   <translation>지난번에 기록되지 않은 내용: %1 “%2”.</translation>
  </message>
  <message>
   <source>填回去</source>
   <translation>다시 넣기</translation>
  </message>
  <message>
   <source>不要了</source>
   <translation>버리기</translation>
  </message>
  <message>
   <source>填回上次未写入的内容</source>
   <translation>기록되지 않은 내용 되돌리기</translation>
  </message>
  <message>
   <source>已切换到%1</source>
   <translation>%1(으)로 전환됨</translation>
  </message>
  <message>
   <source>返回%1</source>
   <translation>%1(으)로 돌아가기</translation>
  </message>
  <message>
   <source>尚未开通报送：首次报送时输入报送码即可，现在可以照常填报和审核。</source>
   <translation>아직 제출이 개통되지 않았습니다. 최초 제출 때 제출 코드를 입력하면 되며, 작성과 검토는 지금도 할 수 있습니다.</translation>
  </message>
  <message>
   <source>新签合同额</source>
   <translation>신규 계약액</translation>
  </message>
  <message>
   <source>服务外包收入</source>
   <translation>서비스 아웃소싱 수입</translation>
  </message>
  <message>
   <source>企业营业收入</source>
   <translation>기업 영업수입</translation>
  </message>
  <message>
   <source>万元人民币</source>
   <translation>만 위안</translation>
  </message>
  <message>
   <source>报送后有改动</source>
   <translation>제출 후 변경됨</translation>
  </message>
  <message>
   <source>%1没有%2数据，可在上面换一个年度或期间。</source>
   <translation>%1에 %2 데이터가 없습니다. 위에서 연도나 기간을 바꾸십시오.</translation>
  </message>
  <message>
   <source>导入进度</source>
   <translation>가져오기 진행률</translation>
  </message>
  <message>
   <source>带入进度</source>
   <translation>가져오기 진행</translation>
  </message>
  <message>
   <source>全年报送情况</source>
   <translation>연간 제출 현황</translation>
  </message>
  <message>
   <source>第 %1 页，共 %2 页</source>
   <translation>%1쪽 / 전체 %2쪽</translation>
  </message>
  <message>
   <source>“备份”文件夹里没有这家企业的好备份；可以从别处的备份“移入”。</source>
   <translation>“백업” 폴더에 이 기업의 온전한 백업이 없습니다. 다른 곳의 백업을 “들여오기” 하십시오.</translation>
  </message>
  <message>
   <source>最近的好备份：%1。恢复后坏的文件改名留在原处，不会删除。</source>
   <translation>최근 온전한 백업: %1. 손상된 파일은 이름을 바꿔 그 자리에 두며 삭제하지 않습니다.</translation>
  </message>
  <message>
   <source>已导入 %1。下一步：处理红色的错误，填好企业信息和月报。</source>
   <translation>%1 가져옴. 다음: 빨간 오류를 처리하고 기업 정보와 월보를 작성하십시오.</translation>
  </message>
  <message>
   <source>选择企业名单</source>
   <translation>기업 명단 선택</translation>
  </message>
  <message>
   <source>保存企业名单模板</source>
   <translation>기업 명단 서식 저장</translation>
  </message>
  <message>
   <source>企业名单.xlsx</source>
   <translation>기업 명단.xlsx</translation>
  </message>
  <message>
   <source>全部企业%1.xlsx</source>
   <translation>전체 기업 %1.xlsx</translation>
  </message>
  <message>
   <source>导出当前列表</source>
   <translation>현재 목록 내보내기</translation>
  </message>
  <message>
   <source>已移入并校验：%1。
设备密钥留在原来的电脑上：首次在本机报送时，请输入平台发放的新报送码。</source>
   <translation>들여오고 검증함: %1.
기기 키는 원래 PC에 남습니다. 이 PC에서 처음 제출할 때 새 제출 코드를 입력하십시오.</translation>
  </message>
  <message>
   <source>移入</source>
   <translation>들여오기</translation>
  </message>
  <message>
   <source>打开并升级</source>
   <translation>열고 업그레이드</translation>
  </message>
 </context>
</TS>
