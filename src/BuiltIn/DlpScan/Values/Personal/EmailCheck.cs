using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Values.Personal;

/// <summary>Tells somebody's address from those that are meant to be public or belong to nobody.</summary>
internal static class EmailCheck
{
    private const string ReservedEnds = "example test invalid localhost local internal lan localdomain home corp arpa onion";

    private const string ReservedDomains =
        "example.com example.org example.net example.edu noreply.github.com noreply.gitlab.com test.com email.com domain.com mail.com "
        + "foo.com bar.com acme.com company.com yourcompany.com mydomain.com yourdomain.com localhost.com github.com gitlab.com bitbucket.org "
        + "ssh.dev.azure.com vs-ssh.visualstudio.com iam.gserviceaccount.com developer.gserviceaccount.com group.calendar.google.com "
        + "sentry.io ingest.sentry.io";

    private const string Roles =
        "noreply no-reply no_reply donotreply do-not-reply notifications notification alerts mailer-daemon daemon git svn hg postmaster "
        + "webmaster hostmaster root admin administrator info support contact security hello hi sales help helpdesk abuse license licensing "
        + "press legal privacy team dev devs developer developers office user users username name you your.name yourname someone somebody "
        + "nobody anonymous test tester testuser foo bar baz me mail email e-mail newsletter subscribe unsubscribe feedback billing invoice "
        + "invoices accounting accounts jobs careers hr marketing media ops devops sysadmin it service services system bot robot ci build "
        + "builds list lists announce discuss issues bugs bug maintainers owner enquiries inquiries orders order shop store returns dpo gdpr "
        + "compliance webmail smtp kontakt vertrieb buchhaltung datenschutz first.last firstname.lastname";

    // File endings and unit names that follow an @ in code, not in addresses.
    private const string NotTopLevel =
        "png jpg jpeg gif svg webp js mjs cjs jsx ts tsx css scss less html json py rb go cs java class txt xml yml yaml toml so dll exe "
        + "zip gz service target timer socket mount slice conf cfg lock git";

    // Words with a capital stand for a whole word; a name that only holds one is another.
    private static readonly string[] NoticeWords =
    [
        "copyright", "(c)", "©", "author", "authors", "maintainer", "maintainers", "maintained", "contributor", "contributors",
        "licensed", "license", "licence", "signed-off-by", "co-authored-by", "reviewed-by", "acked-by", "reported-by", "tested-by",
        "suggested-by", "mailing list", "written by", "developed by", "created by", "author_email", "__email__", "maintainer_email",
        "developer", "developers", "bugs to", "report to", "report bugs", "bug reports", "uploader", "uploaders", "vendor", "packager",
        "committer", "translator", "last-translator", "language-team", "report-msgid-bugs-to", "changed-by",
    ];

    // Whole names, whatever their ending; but a table is none.
    private static readonly string[] NoticeNames =
    [
        "authors", "maintainers", "contributors", "contributing", "credits", "thanks", "license", "licence", "licenses", "copying",
        "copyright", "notice", "codeowners", "code_of_conduct", "code-of-conduct", "security", "changelog", "changes", "history", "news",
        "readme", "owners", ".mailmap", "governance", "third-party-notices", "thirdpartynotices", "releases", "release-notes",
    ];

    private static readonly string[] Manifests =
    [
        "package.json", "composer.json", "setup.py", "setup.cfg", "pyproject.toml", "cargo.toml", "pom.xml", "pubspec.yaml",
        "description", "meta.json", "meta.yml", "control", "pkg-info", "metadata", "package-lock.json", "composer.lock", "bower.json",
        "debian/control", "chart.yaml",
    ];

    private static readonly string[] DataEndings = [".csv", ".tsv", ".psv", ".jsonl", ".ndjson", ".sql", ".xls", ".xlsx", ".parquet", ".ldif", ".vcf", ".dump"];

    private static readonly string[] ListStarts = ["bug-", "bugs-", "public-", "help-"];
    private static readonly string[] ListEnds =
        ["-bugs", "-comments", "-request", "-users", "-dev", "-devel", "-list", "-lists", "-announce", "-discuss", "-owner", "-team", "-support", "-security"];

    // What stands before a : that an address follows at once.
    private static readonly string[] MailNames =
        ["mail", "mailto", "to", "cc", "from", "sender", "recipient", "contact", "kontakt", "acct", "sip", "xmpp", "courriel", "correo", "address"];

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\"'`<>?&#=,;");

    private static readonly HashSet<string> RoleNames = Set(Roles);
    private static readonly HashSet<string> Domains = Set(ReservedDomains);
    private static readonly HashSet<string> Ends = Set(ReservedEnds + " " + NotTopLevel);

    public static Validity Check(in Candidate candidate)
    {
        var value = candidate.Value.Replace("%40", "@", StringComparison.Ordinal);
        var at = value.LastIndexOf('@');
        var (name, domain) = (value[..at], value[(at + 1)..]);
        return IsNobody(name, domain) || IsNotice(candidate) ? Validity.Refuted : Validity.Plausible;
    }

    private static bool IsNobody(string name, string domain) =>
        RoleNames.Contains(name.Contains('+', StringComparison.Ordinal) ? name[..name.IndexOf('+', StringComparison.Ordinal)] : name)
        || IsList(name, domain)
        || Ends.Contains(domain[(domain.LastIndexOf('.') + 1)..])
        || IsReserved(domain)
        || domain.StartsWith("example.", StringComparison.OrdinalIgnoreCase)
        || domain.Contains("xxx", StringComparison.OrdinalIgnoreCase);

    private static bool IsList(string name, string domain) =>
        domain.StartsWith("lists.", StringComparison.OrdinalIgnoreCase)
        || domain.StartsWith("googlegroups.", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(ListStarts, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(ListEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsReserved(string domain)
    {
        for (var rest = domain; ; rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Domains.Contains(rest))
            {
                return true;
            }

            if (!rest.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }

    // What takes user@host.
    private static readonly System.Buffers.SearchValues<string> RemoteCommands =
        System.Buffers.SearchValues.Create(["ssh ", "scp ", "sftp ", "rsync ", "ssh-copy-id "], StringComparison.Ordinal);

    // Authors put their address into comments and notices on purpose. A table's row may begin like a comment.
    private static bool IsNotice(in Candidate candidate)
    {
        var path = candidate.Path;
        var before = candidate.Line.AsSpan(0, candidate.Start);
        if (IsPartOfAddress(before, candidate.Line.AsSpan(candidate.Start + candidate.Value.Length)))
        {
            return true;
        }

        if (Array.Exists(DataEndings, end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        return IsComment(before.TrimStart())
            || HasNoticeWord(candidate.Line)
            || IsNoticeFile(path);
    }

    private static bool IsComment(ReadOnlySpan<char> start) =>
        start is ['*' or '#' or ';' or '%', ..]
        || start.StartsWith("//") || start.StartsWith("/*") || start.StartsWith("--")
        || start.StartsWith("<!--") || start.StartsWith(".\\\"") || start.StartsWith("dnl ");

    // user@host in an address such as https://user:word@host is no mail address, nor is host:/path for a copy; behind a ? it is.
    private static bool IsPartOfAddress(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var scheme = before.LastIndexOf("://");
        return (scheme >= 0 && before[(scheme + 3)..].IndexOfAny(AddressEnds) < 0)
            || after is [':', '/' or '~', ..]
            || before.ContainsAny(RemoteCommands)
            || (before is [.. var name, ':'] && name is [.., var last] && char.IsAsciiLetterOrDigit(last) && !IsMailName(name));
    }

    private static bool IsMailName(ReadOnlySpan<char> before)
    {
        foreach (var name in MailNames)
        {
            if (before.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNoticeWord(string line)
    {
        foreach (var word in NoticeWords)
        {
            var place = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (place >= 0 && !IsLetter(line, place - 1) && !IsLetter(line, place + word.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(string line, int place) => place >= 0 && place < line.Length && char.IsAsciiLetter(line[place]);

    private static bool IsNoticeFile(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var dot = file.IndexOf('.', 1 % Math.Max(file.Length, 1));
        var name = dot > 0 ? file[..dot] : file;
        return Array.IndexOf(NoticeNames, name) >= 0
            || Array.IndexOf(NoticeNames, file) >= 0
            || Array.IndexOf(Manifests, file) >= 0
            || file.EndsWith(".po", StringComparison.Ordinal) || file.EndsWith(".pot", StringComparison.Ordinal)
            || file.EndsWith(".gemspec", StringComparison.Ordinal) || file.EndsWith(".podspec", StringComparison.Ordinal)
            || file.EndsWith(".nuspec", StringComparison.Ordinal) || file.EndsWith(".spec", StringComparison.Ordinal);
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
