"""A role that is called like a thing or like people is told from one called for what is done."""

import pytest

from socplanner.domain.checks.noun_names import looks_like_a_thing
from socplanner.domain.local_text import LocalText

ENGLISH = """
Steering committee; Legal department; Backup device; Mobile devices; Recovery document;
Open documents; Outer firewall; Working group; Contact list; Access log; Server logs;
Crisis manual; Guest network; Project office; Log platform; Written policies; Password policy;
Escalation procedure; Written procedures; Weekly report; Weekly reports; Firewall rules;
Mail server; Mail servers; Ticket system; Ticket systems; Red team; Other teams; Mail template;
Scanning tool; Scanning tools
"""
JAPANESE = """
監視システム 分析ツール 管理サーバ 管理サーバー 社内ネットワーク ファイアウォール 検知装置 通信機器
業務端末 運用文書 教育資料 月次報告書 対応手順書 対応マニュアル 資産台帳 連絡先一覧 連絡先一覧表
管理規程 利用規定 利用ポリシー 通信ログ 対応チーム 作業グループ 法務部門 関連部署 安全委員会
対策事務局 報告テンプレート 監視基盤
"""


@pytest.mark.parametrize("name", [each.strip() for each in ENGLISH.split(";")])
def test_an_english_name_that_ends_in_a_thing(name: str) -> None:
    assert looks_like_a_thing(LocalText("監視", name))
    assert looks_like_a_thing(LocalText("監視", f" {name.upper()}.! "))


@pytest.mark.parametrize("name", JAPANESE.split())
def test_a_japanese_name_that_ends_in_a_thing(name: str) -> None:
    assert looks_like_a_thing(LocalText(name, "Monitoring"))
    assert looks_like_a_thing(LocalText(f" {name} ", "Monitoring"))


@pytest.mark.parametrize(
    "name",
    [
        LocalText("監視", "Monitoring"),
        LocalText("手順書の整備", "Writing reports weekly"),
        LocalText("連絡", "Blogs"),
        LocalText("", ""),
    ],
)
def test_a_name_for_what_is_done(name: LocalText) -> None:
    assert not looks_like_a_thing(name)
