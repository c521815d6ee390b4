using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Runner.Tests.Pipeline.Waivers;

/// <summary>A waivers' file that is right, to be spoilt by tests.</summary>
internal static class Sample
{
    public const string Path = ".github/gates-waivers.yml";

    public const string Text = """
        version: 1
        max-days: 180
        waivers:
          - gate: dlp-scan
            rule: github-personal-token
            path: docs/**
            reason: Example tokens in the guide, revoked on 2026-10-01
            owner: "@acme/docs"
            ticket: https://acme.example/SEC-12
            expires: 2027-01-31
            added: 2026-11-22
        """;

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static string Fingerprint { get; } = "v2:" + new string('a', 16);

    public static WaiverFile Read(string text) => WaiverFile.Read(text, Path, Today);

    public static RecognisedFinding Recognised() =>
        new(
            Finding(),
            new FindingKey("dlp-scan", "github-personal-token", "docs/guide.md", null, KeyText.Lines, "x"),
            1,
            Fingerprint,
            InDiff: true)
        { Masked = Fingerprint, Forms = [Fingerprint] };

    public static Finding Finding(string path = "docs/guide.md", string rule = "github-personal-token") =>
        new(rule, Severity.Error, "A token.", new Location(path, 3));
}
