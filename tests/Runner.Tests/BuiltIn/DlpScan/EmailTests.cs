using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class EmailTests
{
    /// <summary>A name and a domain are put in, so that no address stands in this file.</summary>
    [Theory]
    [InlineData("{n}@{d}")]
    [InlineData("<{n}@{d}>")]
    [InlineData("To: Jane Roe <{n}@{d}>")]
    [InlineData("\"Roe, Jane\" <{n}@{d}>")]
    [InlineData("mailto:{n}@{d}")]
    [InlineData("<a href=\"mailto:{n}@{d}?subject=x\">Jane</a>")]
    [InlineData("'{n}@{d}'")]
    [InlineData("`{n}@{d}`")]
    [InlineData("({n}@{d})")]
    [InlineData("[{n}@{d}]")]
    [InlineData("{\"email\":\"{n}@{d}\"}")]
    [InlineData("{\"email\": \"{n}@{d}\", \"authorized\": true}")]
    [InlineData("{\\\"email\\\":\\\"{n}@{d}\\\"}")]
    [InlineData("EMAIL={n}@{d}")]
    [InlineData("ADMIN_MAIL={n}@{d}")]
    [InlineData("email: {n}@{d}")]
    [InlineData("email:{n}@{d}")]
    [InlineData("email = '{n}@{d}'")]
    [InlineData("https://host.acme-mail.de/?email={n}@{d}&x=1")]
    [InlineData("https://host.acme-mail.de/?email={n}%40{d}&x=1")]
    [InlineData("{n}+news@{d}")]
    [InlineData("{n}_1@{d}")]
    [InlineData("{n}-x@{d}")]
    [InlineData("o'{n}@{d}")]
    [InlineData("{n}@mail.eu.{d}")]
    [InlineData("{n}@acme-mail.photography")]
    [InlineData("{n}@acme-mail.co.uk")]
    [InlineData("{n}@xn--mller-kva.acme-mail.de")]
    [InlineData("{n}@acme-mail.xn--p1ai")]
    [InlineData("JANE.ROE|@ACME-MAIL.DE")]
    [InlineData("1,{n}@{d},412")]
    [InlineData("1;{n}@{d};412")]
    [InlineData("1\t{n}@{d}\t412")]
    [InlineData("INSERT INTO users VALUES (1,'{n}@{d}');")]
    [InlineData("<email>{n}@{d}</email>")]
    [InlineData("Write to {n}@{d}.")]
    [InlineData("user {n}@{d} logged in from 10.0.0.1")]
    [InlineData("{n}@{d}: bounced")]
    public void Somebodys_address_is_found(string text) => Scanning.Rules(Filled(text), "data/list.txt").ShouldBe(["email-address"]);

    [Theory]
    [InlineData("newsletter.csv", "name,email\nJane,{n}@{d}\n")]
    [InlineData("owners.csv", "1,{n}@{d}\n")]
    [InlineData("changes.sql", "INSERT INTO authors VALUES ('{n}@{d}');")]
    [InlineData("u.json", "{\"authorized\":true,\"email\":\"{n}@{d}\"}")]
    [InlineData("export/contributors.jsonl", "{\"email\":\"{n}@{d}\"}")]
    [InlineData("a.env", "ADMIN_MAIL={n}@{d}")]
    [InlineData("licensees.txt", "{n}@{d}")]
    [InlineData("newspaper.txt", "{n}@{d}")]
    public void An_export_is_no_notice_whatever_its_name(string path, string text) => Scanning.Rules(Filled(text), path).ShouldBe(["email-address"]);

    [Theory]
    [InlineData("src/a.c", "/* Jane Roe <{n}@{d}> */")]
    [InlineData("src/a.py", "# {n}@{d}")]
    [InlineData("src/a.py", "__author__ = \"Jane Roe <{n}@{d}>\"")]
    [InlineData("src/a.py", "__email__ = \"{n}@{d}\"")]
    [InlineData("src/a.txt", "Copyright (c) 2020 Jane Roe <{n}@{d}>")]
    [InlineData("msg.txt", "Signed-off-by: Jane Roe <{n}@{d}>")]
    [InlineData("msg.txt", "Co-authored-by: Jane Roe <{n}@{d}>")]
    [InlineData("package.json", "{\"author\": \"Jane Roe <{n}@{d}>\"}")]
    [InlineData("package.json", "{\"maintainer\": {\"email\": \"{n}@{d}\"}}")]
    [InlineData("AUTHORS", "Jane Roe <{n}@{d}>")]
    [InlineData("docs/AUTHORS.md", "Jane Roe <{n}@{d}>")]
    [InlineData("NEWS", "thanks to Jane <{n}@{d}>")]
    [InlineData("CHANGELOG.md", "Jane Roe <{n}@{d}>")]
    [InlineData(".github/CODEOWNERS", "*.cs {n}@{d}")]
    [InlineData("LICENSE.txt", "Jane Roe <{n}@{d}>")]
    [InlineData("a.sh", "git clone https://{n}:word@{d}/app.git")]
    [InlineData("a.sh", "scp x {n}@host.{d}:/srv/x")]
    [InlineData("a.txt", "url=app:{n}@db.{d}/x")]
    public void An_authors_address_is_left_alone(string path, string text) =>
        Scanning.Rules(Filled(text), path).Where(rule => rule == "email-address").ShouldBeEmpty();

    [Theory]
    [InlineData("info")]
    [InlineData("noreply")]
    [InlineData("no-reply")]
    [InlineData("support")]
    [InlineData("Postmaster")]
    [InlineData("newsletter")]
    [InlineData("datenschutz")]
    [InlineData("support+de")]
    [InlineData("gcc-bugs")]
    [InlineData("bug-tar")]
    [InlineData("app-announce")]
    public void A_roles_address_is_left_alone(string name) => Scanning.Rules($"x = {name}@" + "acme-mail.de", "data/list.txt").ShouldBeEmpty();

    [Theory]
    [InlineData("example.com")]
    [InlineData("mail.example.org")]
    [InlineData("example.de")]
    [InlineData("host.test")]
    [InlineData("host.invalid")]
    [InlineData("acme.local")]
    [InlineData("users.noreply.github.com")]
    [InlineData("lists.acme-mail.de")]
    [InlineData("2x.png")]
    [InlineData("angular.ts")]
    [InlineData("proj.iam.gserviceaccount.com")]
    public void A_reserved_domain_is_left_alone(string domain) => Scanning.Rules("x = jane.roe@" + domain, "data/list.txt").ShouldBeEmpty();

    [Theory]
    [InlineData("ssh {n}@{d}")]
    [InlineData("sshpass -e ssh -p 22 {n}@{d}")]
    [InlineData("scp a.tgz {n}@{d}:")]
    [InlineData("rsync -a out/ {n}@{d}:/srv")]
    public void A_login_on_a_host_is_no_address(string text) => Scanning.Rules(Filled(text), "scripts/deploy.sh").ShouldBeEmpty();

    private static string Filled(string text) =>
        text.Replace("{n}", "jane.roe", StringComparison.Ordinal).Replace("{d}", "acme-mail.de", StringComparison.Ordinal)
            .Replace("|", "", StringComparison.Ordinal);
}
