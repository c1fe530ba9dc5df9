/**
 * The Japanese sentences of the questions; the message catalogues hold the same keys under `question.` and the
 * other language. Each says what was read, where, and what must be decided.
 */
export const questionTexts = {
  plan_title_missing:
    '計画の名称が見つかりませんでした。{{line}}行目までに題名と思われる行がありません。計画の名称を入力してください。',
  plan_period_missing:
    '計画期間の記載が見つかりませんでした。{{line}}行目の指標の表から、基準年度の翌年度（{{first}}年度）から目標年度（{{last}}年度）までと読みました。計画期間を決めてください。',
  plan_period_unknown:
    '計画期間の記載も、指標の基準年度と目標年度もそろって見つかりませんでした。計画の初年度と最終年度を決めてください。',
  plan_period_differs:
    '計画期間が{{count}}とおり書かれています（{{spans}}）。{{line}}行目の{{first}}年度から{{last}}年度までを使います。この計画の期間を決めてください。',
  plan_characters_damaged:
    '{{line}}行目をはじめ{{count}}個の文字が読めませんでした。元の文書の文字コードを確かめ、読めない文字を直すか、このまま使うかを決めてください。',
  plan_section_repeated:
    '{{line}}行目の「{{title}}」は、番号{{number}}がすでに使われています。別の節として{{key}}の番号で読みました。番号を決めてください。',
  plan_section_numbers_broken:
    '{{line}}行目は{{number}}番ですが、その前は{{previous}}番です。抜けた節がないか、番号が正しいかを確かめてください。',
  plan_numbers_broken:
    '{{line}}行目の番号は「{{core}}」ですが、その前は「{{previous}}」です。抜けた行や読み違いがないかを確かめてください。',
  plan_part_unread:
    '{{line}}行目からの「{{heading}}」には{{count}}行の文がありますが、事業も項目も読み取れませんでした。どれを事業と項目にするかを決めてください。',
  plan_policies_unnumbered:
    '{{line}}行目からの基本方針には番号がありません。段落ごとに{{count}}件の基本方針として読みました。この分け方でよいかを決めてください。',
  plan_program_implicit:
    '{{line}}行目の「{{title}}」には事業の見出しがありません。「{{title}}」という1つの事業に{{count}}件の項目があると読みました（同じ書き方の節も同様です）。事業の分け方を決めてください。',
  plan_program_without_items:
    '{{line}}行目の事業「{{title}}」には項目がありません。この事業で実施することを項目として加えるか、このままにするかを決めてください。',
  plan_program_bracket_lost:
    '{{line}}行目の「{{title}}」には【】がありませんが、番号の続きから事業の見出しと読みました。事業か項目かを決めてください。',
  plan_item_marker_lost:
    '{{line}}行目の「{{text}}」には記号がありません。項目「{{marker}}」の続きとして読みました。独立した項目かどうかを決めてください。',
  plan_item_marker_tight:
    '{{line}}行目の先頭の「{{marker}}」は空白なしで「{{text}}」に続いていますが、項目の記号と読みました。記号か語の一部かを決めてください。',
  plan_paragraph_attached:
    '{{line}}行目の段落「{{text}}」は、空行をはさんで項目「{{marker}}」の続きとして読みました。この項目の文かどうかを決めてください。',
  plan_repeat: '{{line}}行目の「{{name}}」は再掲と書かれています。もとになる項目または指標を決めてください。',
  plan_direction_words:
    '{{line}}行目の目標は「{{target}}」です。「{{direction}}」指標と読みました。この方向でよいかを決めてください。',
  plan_direction_same:
    '{{line}}行目の目標「{{target}}」は基準値「{{baseline}}」と同じです。「{{direction}}」指標と読みました。高いほどよいか、低いほどよいか、維持かを決めてください。',
  plan_direction_no_baseline:
    '{{line}}行目の目標は「{{target}}」ですが、比べる基準値がありません。「{{direction}}」指標と読みました。この方向でよいかを決めてください。',
  plan_direction_wrong_side:
    '{{line}}行目の目標「{{target}}」は、基準値「{{baseline}}」よりも後退した側にあります。「{{direction}}」指標の下限または上限と読みました。目標、基準値、方向のどれが正しいかを決めてください。',
  plan_direction_unlikely:
    '{{line}}行目は、基準値「{{baseline}}」から目標「{{target}}」への変化なので「{{direction}}」指標と読みましたが、指標の名称からは逆とも考えられます。方向を決めてください。',
  plan_direction_contradicts:
    '{{line}}行目の方向の欄は「{{printed}}」ですが、目標「{{target}}」の向きと合いません。欄のとおりに読みました。方向を決めてください。',
  plan_baseline_missing:
    '{{line}}行目の基準値は「{{printed}}」で、数値がありません。0とは扱いません。基準値と年度を後で決めるか、基準値なしのままにするかを決めてください。',
  plan_baseline_year_missing:
    '{{line}}行目の基準値の年度が見つかりませんでした（同じ書き方の指標も同様です）。基準年度を決めてください。',
  plan_target_year_missing:
    '{{line}}行目の目標の年度が見つかりませんでした（同じ書き方の指標も同様です）。目標年度を決めてください。',
  plan_target_missing: '{{line}}行目の目標は「{{printed}}」で、目標値がありません。目標を決めてください。',
  plan_target_unknown:
    '{{line}}行目の目標「{{target}}」は、数値とも知られた言葉とも読めませんでした。「{{direction}}」指標と仮に読みました。目標と方向を決めてください。',
  plan_target_relative:
    '{{line}}行目の目標「{{target}}」は、毎年変わる値と比べる目標です。「{{direction}}」指標と読みました。年度ごとの目標値の決め方を決めてください。',
  plan_targets_turn:
    '{{line}}行目の目標（{{printed}}）は、途中で向きが変わります。読み違いがないか、この経路でよいかを決めてください。',
  plan_years_in_wrong_order:
    '{{line}}行目の目標年度（{{targetYear}}）が基準年度（{{baselineYear}}）より後になっていません。年度を決めてください。',
  plan_value_inexact:
    '{{line}}行目の「{{printed}}」は、ちょうどの値ではありません。{{value}}と読みました。評価に使う値を決めてください。',
  plan_year_calendar:
    '{{line}}行目の「{{printed}}」は年度ではなく暦年です。{{year}}年度の値と読みました（同じ書き方の指標も同様です）。どの年度の値として扱うかを決めてください。',
  plan_year_from_date:
    '{{line}}行目の「{{printed}}」は日付です。{{year}}年度の値と読みました（同じ書き方の指標も同様です）。どの年度の値として扱うかを決めてください。',
  plan_unit_glued: '{{line}}行目の単位は、数値に付いた「{{unit}}」から読みました。単位を確かめてください。',
  plan_unit_in_name: '{{line}}行目の単位は、名称の末尾の「{{unit}}」から読みました。単位を確かめてください。',
  plan_unit_differs:
    '{{line}}行目の単位が一致しません（「{{unit}}」と「{{glued}}」）。「{{unit}}」と読みました。単位を決めてください。',
  plan_unit_missing: '{{line}}行目の単位が見つかりませんでした。単位を決めてください。',
  plan_row_short:
    '{{line}}行目は表の見出しより欄が少なく、どの欄が空いているかを推定して読みました。基準値と目標を確かめてください。',
  plan_row_indented:
    '{{line}}行目の「{{name}}」は先頭の欄が空いています。独立した指標と読みました。上の行の指標の内訳かどうか、名称をどうするかを決めてください。',
  plan_name_joined:
    '{{line}}行目の指標名は、前の行とつなげて「{{name}}」と読みました。名称の区切りを確かめてください。',
  plan_columns_by_year:
    '{{line}}行目の表の見出しは年度だけです。最初の年度を基準値、後の年度を目標と読みました（同じ書き方の表も同様です）。この読み方でよいかを決めてください。',
  plan_header_reused:
    '{{line}}行目の表には見出しがないので、前の節の表の見出し（{{header}}行目）で読みました。欄の意味と年度を確かめてください。',
  plan_table_unread:
    '{{line}}行目からの「{{text}}」など{{count}}行は、指標としても注としても読めませんでした。指標かどうかを決めてください。',
  plan_note_unmatched:
    '{{line}}行目の注「{{text}}」が、どの指標のものか分かりませんでした。対象の指標を決めてください。',
} as const;

export type QuestionCode = keyof typeof questionTexts;
