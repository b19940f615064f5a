"""Words in responsibility matrices, in the languages they are often written in, and comparing them.

Words are flattened (`flattened`): small letters without accents.
"""

import re
import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LETTER_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "R",
        "performs",
        (
            "responsible responsibility responsable realisateur realise durchfuhrung"
            " ausfuhrend durchfuhrungsverantwortlich durchfuhrungsverantwortung verantwortlich"
            " zustandig uitvoerend uitvoerder verantwoordelijk responsabile responsavel"
            " responsabile esecutore ejecutor ejecuta executor executa executante realizado"
            " umsetzung umsetzer 负责 負責 负责人 执行 執行 责任 perform performs performer"
            " executes execute doer does 実行責任 実行責任者 実行者 実行 実施"
            " 実施責任 実施者 遂行責任 主担当 担当者 実務担当"
            " 正担当 正担当者 主担当者 主担当部署 実施部署"
        ),
    ),
    (
        "A",
        "accountable",
        (
            "decides decision entscheidung entscheidet entscheider freigabe genehmigung"
            " accountable accountability rechenschaftspflichtig rechenschaft"
            " gesamtverantwortlich eindverantwoordelijk redevable autorite approbateur"
            " aprobador approver approves approve approved approval approvatore aprovador approva"
            " aprueba aprova aprobado decideur goedkeurder"
            " 批准 审批 核准 当责 问责 主责 決裁 決裁者 説明責任"
            " 説明責任者 最終責任 最終責任者 承認 承認者"
            " 責任者 承認部署 決裁部署 authorises authorizes"
        ),
    ),
    (
        "C",
        "two_way",
        (
            "consulted consult consults consultation konsultiert beratend beratung berater consulte"
            " consultado consultada consultato consultata consultant advisor advises 咨询 諮詢 征询"
            " geraadpleegd raadplegen 協議先 協議 相談先 相談 助言"
            " 助言者 contributor contributors contributes contributing 相談相手 協議部署 協業先"
        ),
    ),
    (
        "I",
        "one_way",
        (
            "informed inform information informa informata informada notified notify 知会 告知 通报"
            " informiert informieren informe informado informato"
            " geinformeerd informeren 報告先 報告 情報提供 情報共有 通知先 通知 共有 共有先"
            " 連絡先 周知先 情報共有先"
        ),
    ),
    (
        "S",
        "supports",
        (
            "mitwirkung mitwirkend mitarbeit support supports supporting supportive unterstutzend"
            " unterstutzt unterstutzung"
            " soutien apoyo apoia apoio supporto ondersteunend assists assist"
            " 支持 协助 支援 支援者 補助 副担当 副担当者 サポート"
        ),
    ),
    ("V", "verifies", "verifier verifies verify prufer pruft verificateur 検証 検証者 確認 確認者"),
    ("S", "verifies", "signatory 署名 署名者"),
    ("D", "performs", "driver drives driving 推進 推進者"),
    (
        "",
        "none",
        (
            "none nothing uninvolved unbeteiligt keine kein nichts aucun ninguno geen"
            " 関与なし なし 無関係 対象外 該当なし"
        ),
    ),
)
"""Letter, flag of the rules ("none" for no part), words for it."""

HEADING_WORDS = {
    **dict.fromkeys(("performed", "executed", "implemented", "done"), "performs"),
    "正": "主担当",
    "副": "副担当",
}
"""Words for letters in headings only; in cells they may be a status: `Implemented`."""

LETTER_HEADINGS = _words("letter letters involvement assignment 役割 関与")
"""Headings of the column of letters, in lists with a row for each task and party."""

NOT_LETTERS = _words("r&d")
"""Departments that could be read as two letters."""

MARKS = _words("x yes y true ja はい ✓ ✔ ☑ ✗ ✘ ● ○ 〇 ◯ ■ * 1 レ")
"""Ticks in a column with a letter as heading."""

NO_PART = (
    "not involved",
    "out of the loop",
    "omitted",
    "no involvement",
    "nicht beteiligt",
    "non implique",
    "not applicable",
)

TASK_HEADINGS = _words(
    "task tasks activity activities deliverable deliverables process processes step steps"
    " action actions decision decisions work duty duties milestone aufgabe aufgaben"
    " tatigkeit tatigkeiten"
    " aktivitat prozess tache taches activite activites tarea tareas actividad actividades"
    " taak taken activiteit attivita tarefa atividade 業務 業務内容 業務名 作業 作業内容"
    " 作業項目 作業名 タスク タスク名 活動 工程 実施項目 項目 業務項目 成果物 プロセス 手順"
)

RESULT_HEADINGS = _words(
    "deliverable deliverables outcome output outputs result results document documents artifact"
    " artefact artifacts livrable livrables entregable ergebnis milestone 成果物"
)
"""Headings of the outcomes of tasks, which may be the tasks if no other column is."""

PARTY_HEADINGS = _words(
    "role roles party parties person persons people name names department departments team"
    " teams who owner owners assignee assignees stakeholder stakeholders member members"
    " rolle rollen person beteiligte abteilung"
    " personne acteur acteurs persona responsables afdeling 担当 担当者 担当部署 部署 部門"
    " 関係者 氏名 組織 体制 会社 役職"
)

PARTY_WORDS = _words(
    "manager lead team department dept director owner engineer analyst officer head vendor"
    " provider client customer sponsor committee board ciso cio cto ceo cfo pmo csirt soc"
    " developer tester architect designer specialist coordinator administrator admin"
    " consultant counsel leiter leitung abteilung chef equipe responsable supplier office"
    " operator desk"
)
PARTY_ENDINGS = ("部", "課", "室", "係", "チーム", "委員会", "本部", "会社", "長", "者", "先", "局")

OTHER_HEADINGS = _words(
    "sourcing status state comment comments note notes remark remarks description details"
    " date dates start end due deadline priority effort hours days duration risk progress"
    " check checks percent cost budget type frequency link reference source version class"
    " classification size criticality severity complexity impact updated completed done"
    " kommentar bemerkung"
    " bemerkungen anmerkung prioritat aufwand datum termin beschreibung statut commentaire"
    " commentaires remarque priorite echeance estado comentario comentarios fecha prioridad"
    " opmerking opmerkingen 状態 状況 備考 コメント メモ 説明 期限 開始日 終了日 日付 優先度"
    " 重要度 工数 進捗 頻度 完了 リスク 補足 ステータス 難易度"
)

DESCRIPTION_HEADINGS = _words(
    "description details beschreibung descripcion descricao descrizione omschrijving 説明 内容"
)
"""Headings of texts that are the tasks if another column only numbers them."""

GROUP_HEADINGS = _words(
    "function functions funktion fonction phase phases stage category group area workstream"
    " section block phasen bereich kategorie fase categoria categorie 区分 分類 大分類 中分類"
    " カテゴリ カテゴリー フェーズ 段階 領域 機能"
)

CODE_HEADINGS = _words("id ids no nr number ref code wbs # step-id 番号 項番 № 通番 管理番号")
LEGEND_HEADINGS = _words("legend legende key keys legenda leyenda légende 凡例 記号 記号の意味")
FOOT_STARTS = (
    "note",
    "*",
    "※",
    "注",
    "legend",
    "key:",
    "凡例",
    "source",
    "prepared",
    "hinweis",
    "remark",
    "備考",
)
TOTAL_WORDS = _words("total totals sum count summe gesamt somme 合計 小計 計 件数")
MATRIX_WORDS = ("raci", "rasci", "daci", "responsib", "責任", "役割分担", "担当表", "verantwort")


_CALENDAR = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"( \d{2,4})?|[1-4]q|q[1-4]|h[12]|(kw|w|wk|week|day|month|year|sprint) ?\d{1,3}"
    r"|(fy|cy)? ?\d{2,4}( ?[qh][1-4])?|\d{1,4}[/.-]\d{1,2}([/.-]\d{1,4})?"
    r"|(\d{4}年 ?)?\d{1,2}月(末|度)?|\d{4}年度?|\d{1,2}日"
    r"|[月火水木金土日]曜日?|第?\d四半期|\d{1,2}週目?"
)


def is_calendar(text: str) -> bool:
    """Return whether `text` is a day, a week, a month, a quarter or a year."""
    return _CALENDAR.fullmatch(flattened(text)) is not None


def flattened(text: str) -> str:
    """Return `text` for comparing: NFKC, small letters, no accents, single spaces."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    if not wide.isascii():
        parts = unicodedata.normalize("NFD", wide)
        wide = unicodedata.normalize(
            "NFC", "".join(c for c in parts if not 0x300 <= ord(c) < 0x370)
        )
    return " ".join(wide.split())


def one_line(text: str) -> str:
    """Return `text` in one line; a break between Japanese characters becomes no space."""
    joined = re.sub(r"(?<=[^\x00-\u2fff])\s*\n\s*(?=[^\x00-\u2fff])", "", text)
    return " ".join(joined.split())


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of `text`, flattened, without punctuation."""
    words = re.split(r"[^\w#№-]+", flattened(text))
    return tuple(word for word in words if word.strip("-"))


def mentions_any(text: str, words: frozenset[str]) -> bool:
    """Return whether any of the first three words of `text`, or all joined, is one of `words`."""
    words_used = words_in(text)
    return any(word in words for word in words_used[:3]) or "".join(words_used) in words


def is_only(text: str, words: frozenset[str]) -> bool:
    """Return whether `text` consists of `words` only, and of at least one."""
    words_used = words_in(text)
    return bool(words_used) and (
        all(word in words for word in words_used) or "".join(words_used) in words
    )


def looks_like_party(name: str) -> bool:
    """Return whether `name` has a word of a department, a team or a position."""
    return any(word in PARTY_WORDS for word in words_in(name)) or name.endswith(PARTY_ENDINGS)
