"""A province on PostgreSQL: replicas that keep nothing, a role that can do no harm, a fence round every firm."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from sync.endpoint.store import ALL_FIRMS, NO_FIRM, StoreProblem, open_store
from sync.endpoint.tables import DECISIONS, EVENTS, FILINGS, FIRMS
from sync.errors import EndpointRefused, EndpointUnreachable
from sync.session import Session
from sync.transport import HttpTransport
from tests.endpoint.cluster import ABOVE, OWNER, ROLE
from tests.endpoint.conftest import Endpoint, a_credit_code

FENCED = (FIRMS, FILINGS, EVENTS, DECISIONS)


@pytest.fixture(scope="module")
def province(cluster, tmp_path_factory):
    """Two endpoints over one database and one folder, as behind a load balancer."""
    folder, database = tmp_path_factory.mktemp("shared"), cluster.database("shared")
    running = [Endpoint(folder, database=database), Endpoint(folder, database=database)]
    yield running
    for one in running:
        one.close()


@pytest.fixture
def store(province, tmp_path):
    opened = open_store(province[0].database, tmp_path)
    yield opened
    opened.close()


def at(endpoint, firm):
    """The same device, at another replica."""
    return Session(HttpTransport(endpoint.url), firm.key)


def test_replicas_are_one_province(province, papers):
    first, second = province
    firm = first.firm(papers)
    document = firm.document()
    receipt = firm.put(document)
    elsewhere = at(second, firm)
    assert elsewhere.put_filing(document["id"], firm.sign(document)) == receipt
    assert [event.kind for event in elsewhere.changes(0, firm.enrolled.epoch).events] == ["receipt"]
    second.administrator.accept(document["id"])
    assert [event.kind for event in firm.events()] == ["receipt", "decision"]


def test_twenty_at_once_at_two_replicas_are_one_filing(province, papers):
    firm = province[0].firm(papers)
    document = firm.document()

    def put(number):
        return at(province[number % 2], firm).put_filing(document["id"], firm.sign(document))

    with ThreadPoolExecutor(20) as crowd:
        receipts = list(crowd.map(put, range(20)))
    assert len({receipt.signature for receipt in receipts}) == 1
    assert len(firm.events()) == 1


def test_two_pcs_at_two_replicas_make_no_fork(province, papers):
    firm = province[0].firm(papers)
    documents = [firm.document() for _ in range(8)]

    def put(numbered):
        number, document = numbered
        try:
            return at(province[number % 2], firm).put_filing(document["id"], firm.sign(document))
        except EndpointRefused as refused:
            return refused.problem.type

    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(put, enumerate(documents)))
    assert answers.count("head-moved") == 7
    view = firm.series(firm.uscc, "JLFW-01", "2026")
    assert len(view.revisions) == 1


def test_one_code_enrols_one_pc_of_two_that_use_it_at_once(province, papers):
    pcs = [province[0].stranger(papers) for _ in range(4)]
    for pc in pcs:
        pc.uscc = pcs[0].uscc
    code = province[0].administrator.code(pcs[0].uscc).code

    def enroll(numbered):
        number, pc = numbered
        pc.session = at(province[number % 2], pc)
        try:
            return pc.enroll(code).uscc
        except EndpointRefused as refused:
            return refused.problem.type

    with ThreadPoolExecutor(4) as crowd:
        answers = list(crowd.map(enroll, enumerate(pcs)))
    assert answers.count(pcs[0].uscc) == 1
    assert answers.count("code-used") == 3


def test_what_was_receipted_is_there_after_a_crash_of_the_database(cluster, tmp_path, papers):
    endpoint = Endpoint(tmp_path, database=cluster.database("crashing"))
    firm = endpoint.firm(papers)
    receipts = {}
    for form, period in (("JLFW-01", "2026"), ("JLFW-02", "2026-01"), ("JLFW-03", "2026-01")):
        document = firm.document(form, period)
        receipts[document["id"]] = (document, firm.put(document))
    cluster.crash()
    assert {number: firm.put(document) for number, (document, _) in receipts.items()} == {
        number: receipt for number, (_, receipt) in receipts.items()
    }
    endpoint.close()


def test_the_database_itself_shows_a_firm_no_row_of_another(province, papers, store):
    one, other = (province[0].firm(papers) for _ in range(2))
    filed = {firm.uscc: firm.file()["filing_id"] for firm in (one, other)}
    for filing in filed.values():
        province[0].administrator.accept(filing)
    for firm in (one, other):
        with store.reading(firm.uscc) as transaction:
            for table in FENCED:
                seen = set(transaction.connection.scalars(select(table.c.firm)))
                assert seen == {firm.uscc}, table.name
    with store.reading(NO_FIRM) as transaction:
        assert not any(transaction.connection.execute(select(table)).all() for table in FENCED)
    with store.reading(ALL_FIRMS) as transaction:
        assert {one.uscc, other.uscc} <= set(transaction.connection.scalars(select(FILINGS.c.firm)))


def test_the_database_itself_takes_nothing_in_anothers_name(province, papers, store):
    one, other = (province[0].firm(papers) for _ in range(2))
    other.file()
    with store.writing(one.uscc) as transaction:
        touched = transaction.connection.execute(FILINGS.update().values(state="ACCEPTED"))
        assert touched.rowcount == 0
    stranger = FIRMS.insert().values(firm=a_credit_code(), feed_seq=0)
    with pytest.raises(ProgrammingError, match="row-level security"), store.writing(one.uscc) as transaction:
        transaction.connection.execute(stranger)


def test_nothing_filed_can_be_deleted_by_the_endpoint(store):
    with store.writing(ALL_FIRMS) as transaction:
        for table in (FILINGS, EVENTS, DECISIONS):
            held = transaction.connection.scalar(text(f"SELECT has_table_privilege('{table.name}', 'DELETE')"))
            assert held is False


@pytest.mark.parametrize(
    ("user", "why"), [(ABOVE, "passes row-level security by"), (OWNER, "owns"), ("nobody_here", "does not answer")]
)
def test_a_role_that_could_open_the_fence_may_not_serve(cluster, province, tmp_path, user, why):
    address = province[0].database.replace(f"//{ROLE}@", f"//{user}@")
    with pytest.raises(StoreProblem, match=why):
        open_store(address, tmp_path)


def test_a_fence_that_was_taken_down_is_noticed(cluster, tmp_path):
    address = cluster.database("bare")
    cluster.tell("ALTER TABLE events NO FORCE ROW LEVEL SECURITY", OWNER, "bare")
    with pytest.raises(StoreProblem, match="not forced on events"):
        open_store(address, tmp_path)


def test_tables_come_before_the_endpoint(cluster, tmp_path):
    cluster.tell(f"CREATE DATABASE empty OWNER {OWNER}")
    with pytest.raises(StoreProblem, match="run `migrate`"):
        open_store(cluster.url(ROLE, "empty"), tmp_path)


def test_the_program_says_why_it_does_not_serve(cluster, tmp_path):
    command = [sys.executable, "-m", "sync.endpoint", "serve", "--folder", str(tmp_path)]
    done = subprocess.run(
        [*command, "--database", cluster.url(OWNER)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert done.stderr.startswith("cannot serve: ")
    assert "Traceback" not in done.stderr


def test_migrating_twice_changes_nothing(cluster):
    cluster.database("twice")
    before = cluster.tell("SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1", database="twice")
    command = [sys.executable, "-m", "sync.endpoint", "migrate", "--database", cluster.url(OWNER, "twice")]
    subprocess.run([*command, "--role", ROLE], check=True, stdout=subprocess.DEVNULL)
    assert cluster.tell("SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1", database="twice") == before
    assert [row.tablename for row in before] == ["decisions", "events", "filings", "firms"]


def test_the_owner_migrates_by_command_and_is_told_why_not(cluster):
    cluster.tell(f"CREATE DATABASE commanded OWNER {OWNER}")

    def migrate(role):
        words = ["endpoint", "migrate", "--database", cluster.url(OWNER, "commanded"), "--role", role, "--json"]
        command = [sys.executable, "-m", "desktop.commands", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert (migrate(ROLE).returncode, json.loads(migrate(ROLE).stdout)["ok"]) == (0, True)
    refused = migrate("nobody_here")
    assert refused.returncode == 3
    assert json.loads(refused.stdout)["error"]["code"] == "endpoint-not-migrated"
    assert 'role "nobody_here" does not exist' in refused.stderr


def test_a_folder_is_asked_for(province):
    with pytest.raises(StoreProblem, match="--folder"):
        open_store(province[0].database)


def test_an_endpoint_that_serves_says_come_again_while_its_database_is_away(cluster, tmp_path, papers):
    endpoint = Endpoint(tmp_path, database=cluster.database("away"))
    firm = endpoint.firm(papers)
    cluster.tell("REVOKE CONNECT ON DATABASE away FROM PUBLIC")
    cluster.tell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'away'")
    document = firm.document()
    with pytest.raises(EndpointUnreachable) as caught:
        firm.put(document)
    assert caught.value.code == "endpoint-busy"
    cluster.tell("GRANT CONNECT ON DATABASE away TO PUBLIC")
    assert firm.put(document)
    endpoint.close()
