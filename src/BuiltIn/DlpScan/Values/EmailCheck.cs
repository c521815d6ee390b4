namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Tells somebody's address from those that are meant to be public or belong to nobody.</summary>
internal static class EmailCheck
{
    private static readonly string[] ReservedEnds = [
        ".example",
        ".test",
        ".invalid",
        ".localhost",
        ".local",
        ".internal",
        ".lan",
        ".localdomain",
        ".home",
        ".corp"
    ];

    private static readonly string[] ReservedDomains =
        [
            "example.com",
            "example.org",
            "example.net",
            "example.edu",
            "users.noreply.github.com",
            "test.com",
            "email.com",
            "domain.com",
            "mail.com",
            "foo.com",
            "bar.com",
            "acme.com",
            "company.com",
            "yourcompany.com",
            "mydomain.com",
            "localhost.com",
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "ssh.dev.azure.com"
        ];

    private static readonly string[] Roles =
        [
            "noreply",
            "no-reply",
            "donotreply",
            "git",
            "postmaster",
            "webmaster",
            "hostmaster",
            "root",
            "admin",
            "info",
            "support",
            "contact",
            "security",
            "hello",
            "sales",
            "help",
            "abuse",
            "license",
            "licensing",
            "press",
            "legal",
            "privacy",
            "team",
            "dev",
            "office",
            "user",
            "username",
            "name",
            "you",
            "someone",
            "somebody",
            "nobody",
            "test",
            "foo",
            "bar",
            "me",
            "mail",
            "email"
        ];

    // File endings and unit names that follow an @ in code, not in addresses.
    private static readonly string[] NotTopLevel =
        [
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "js",
            "mjs",
            "ts",
            "css",
            "scss",
            "html",
            "json",
            "py",
            "rb",
            "go",
            "rs",
            "cs",
            "java",
            "class",
            "md",
            "txt",
            "xml",
            "yml",
            "yaml",
            "sh",
            "so",
            "service",
            "target",
            "timer",
            "socket"
        ];

    private static readonly string[] NoticeWords =
        [
            "copyright",
            "(c)",
            "author",
            "maintainer",
            "maintained",
            "contributor",
            "licen",
            "signed-off-by",
            "co-authored-by",
            "reviewed-by",
            "acked-by",
            "reported-by",
            "mailto:",
            "mailing",
            "written by",
            "developer",
            "bugs to",
            "report",
            "uploader",
            "vendor",
            "packager",
            "committer"
        ];

    private static readonly string[] NoticeFiles =
        [
            "AUTHORS",
            "MAINTAINERS",
            "CONTRIBUTORS",
            "CREDITS",
            "THANKS",
            "LICENSE",
            "LICENCE",
            "COPYING",
            "NOTICE",
            "CODEOWNERS",
            "CODE_OF_CONDUCT",
            "SECURITY",
            "CHANGELOG",
            "CHANGES",
            "NEWS",
            "README",
            "OWNERS",
            "package.json",
            "composer.json",
            "setup.py",
            "pyproject.toml",
            "Cargo.toml",
            "pom.xml"
        ];

    public static Validity Check(in Candidate candidate)
    {
        var at = candidate.Value.IndexOf('@', StringComparison.Ordinal);
        var (name, domain) = (candidate.Value[..at], candidate.Value[(at + 1)..]);
        return IsNobody(name, domain) || IsNotice(candidate) ? Validity.Refuted : Validity.Plausible;
    }

    private static bool IsNobody(string name, string domain) =>
        ReservedDomains.Any(reserved => IsWithin(domain, reserved))
        || ReservedEnds.Any(end => domain.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || domain.StartsWith("example.", StringComparison.OrdinalIgnoreCase)
        || domain.Contains("xxx", StringComparison.OrdinalIgnoreCase)
        || Roles.Contains(name, StringComparer.OrdinalIgnoreCase)
        || NotTopLevel.Contains(domain[(domain.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);

    private static bool IsWithin(string domain, string reserved) =>
        domain.EndsWith(reserved, StringComparison.OrdinalIgnoreCase) && (domain.Length == reserved.Length || domain[^(reserved.Length + 1)] == '.');

    // Authors put their address into comments and notices on purpose.
    private static bool IsNotice(in Candidate candidate)
    {
        var line = candidate.Line;
        var before = line.AsSpan(0, candidate.Start);
        var trimmed = before.TrimStart();
        return trimmed.StartsWith("*") || trimmed.StartsWith("#") || trimmed.StartsWith("//") || trimmed.StartsWith("/*") || trimmed.StartsWith("--")
            || trimmed.StartsWith(";") || trimmed.StartsWith("%") || trimmed.StartsWith("<!--") || trimmed.StartsWith(".\\\"")
            || before.EndsWith("<") || before.Contains("://", StringComparison.Ordinal)
            || Array.Exists(NoticeWords, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
            || IsNoticeFile(candidate.Path);
    }

    private static bool IsNoticeFile(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        return Array.Exists(NoticeFiles, notice => file.StartsWith(notice, StringComparison.OrdinalIgnoreCase));
    }
}
