using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.CommandLines;

/// <summary>Somebody comes from another scanner with rules and known findings, and wants to see what looks, and why something fired or did not.</summary>
public sealed class DlpStories : IDisposable
{
    private const string Own = """
        version: 1
        rules:
          - id: acme-token
            title: Acme token
            regex: 'acme_[0-9a-f]{16}'
            examples: ["token = acme_{hex:16}"]
            negatives: ["acme_{hex:15}"]

        """;

    private const string Value = "acme_4f7a9c0b3d21e885";

    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void A_rule_of_ones_own_is_listed_explained_and_used()
    {
        repository.Write(".github/gates-dlp.yml", Own).Write("src/a.txt", $"nothing\nkey = {Value}\nkey = acme_short\n").Commit();

        Gates("dlp", "rules", "acme").Output.ShouldContain("  acme-token  error    Acme token (.github/gates-dlp.yml)");
        var found = Gates("explain", "src/a.txt:2");
        found.ExitCode.ShouldBe(0, found.ToString());
        found.Output.ShouldContain("src/a.txt:2: 1 finding.\n  error: Acme token (acme_…, 21 characters) in src/a.txt.");
        Gates("explain", "src/a.txt:3").Output.ShouldContain("no match    acme-token: \"acme_\" is there, but what stands around it has not the form of a "
            + "value");
        var json = JsonNode.Parse(Gates("explain", "src/a.txt:1", "--rule", "acme-token", "--format", "json").Output)!;
        json["rules"]![0]!["outcome"]!.GetValue<string>().ShouldBe("no-anchor");
        Gates("run").ExitCode.ShouldBe(1);
        Gates("explain", "src/a.txt:9").ShouldBe(new GatesOutput(2, "", "gates: src/a.txt has 3 lines; there is no line 9\n"));
        Gates("explain", "src/b.txt:1").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void What_is_wrong_with_own_rules_is_said_with_its_place()
    {
        repository.Write(".github/gates-dlp.yml", Own.Replace("{hex:16}", "{hex:9}", StringComparison.Ordinal)).Commit();

        var check = Gates("check");

        check.ExitCode.ShouldBe(2, check.ToString());
        check.Output.ShouldContain(".github/gates-dlp.yml:6:16: key `rules[0].examples[0]`: is not found: \"acme_\" is there, but");
        Gates("run").ExitCode.ShouldBe(3);
    }

    [Fact]
    public void An_export_is_scanned_without_a_run_and_its_values_are_never_shown()
    {
        repository.Write(".github/gates-dlp.yml", Own).Write("out/a.csv", $"id,key\n1,{Value}\n").Write("clean/a.txt", "nothing").Commit();

        var scan = Gates("dlp", "scan", "out", "clean");
        var json = JsonNode.Parse(Gates("dlp", "scan", "out/a.csv", "--format", "json").Output)!;

        scan.ExitCode.ShouldBe(1, scan.ToString());
        scan.Output.ShouldStartWith("out/a.csv:2:3: error: Acme token (acme_…, 21 characters) in out/a.csv.");
        scan.Output.ShouldEndWith("\n2 files, 38 bytes: 1 error, 0 warnings, 0 notes.\n");
        json["findings"]![0]!["identity"]!.GetValue<string>().Length.ShouldBe(16);
        (scan + json.ToJsonString()).ShouldNotContain(Value[5..]);
        Gates("dlp", "scan", "clean").ExitCode.ShouldBe(0);
        Gates("dlp", "scan", "nowhere").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_token_that_names_a_folder_is_found_and_shown_by_no_gate_and_no_file()
    {
        var token = Planted.GitHubToken;
        repository.Write($"{token}/a.txt", $"key = {token}\n").Write($"{token}/Dockerfile", "FROM alpine\n").Write($"k8s/{token}.png", "\0\u0001").Commit();

        var run = Gates("run", "--out", "out");
        var baseline = Gates("baseline");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("in the name of •••/");
        var files = Directory.EnumerateFiles(repository.Path, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("/out/", StringComparison.Ordinal) || file.Contains("/.github/", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(5);
        files.Where(file => File.ReadAllText(file).Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
        (run.ToString() + baseline).ShouldNotContain(token);
    }

    [Theory]
    [InlineData("link", "store/{0}/file", "in the target of the link link")]
    [InlineData("{0}", "elsewhere", "in the name of •••")]
    public void A_token_in_a_link_is_found_and_not_shown(string name, string target, string message)
    {
        var token = Planted.GitHubToken;
        var (path, points) = (string.Format(CultureInfo.InvariantCulture, name, token), string.Format(CultureInfo.InvariantCulture, target, token));
        File.CreateSymbolicLink(Path.Combine(repository.Path, path), points);
        repository.Commit();

        var run = Gates("run", "--out", "out");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain(message);
        run.ToString().ShouldNotContain(token);
        Directory.EnumerateFiles(Path.Combine(repository.Path, "out"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_team_comes_from_gitleaks_with_its_rules_and_known_findings()
    {
        repository
            .Write(".gitleaks.toml", "[[rules]]\nid = \"acme-token\"\ndescription = \"Acme token\"\nregex = '''acme_[0-9a-f]{16}'''\n[[rules]]\nid = "
                + "\"around\"\nregex = '''(?<!x)abcd[0-9]{4}'''\n")
            .Write(".gitleaksignore", "src/b.txt:acme-token:1\n")
            .Write("src/a.txt", $"key = {Value} # gitleaks:allow\n")
            .Write("src/b.txt", Planted.GitHubToken + "\n");
        repository.Commit();

        Gates("check").Output.ShouldContain("gitleaks configuration found (.gitleaks.toml): `gates migrate gitleaks` carries it over.");
        Gates("run").Output.ShouldContain("gitleaks configuration found (.gitleaks.toml)");
        var dry = Gates("migrate", "gitleaks", "--dry-run");
        dry.ExitCode.ShouldBe(0, dry.ToString());
        repository.Git("status", "--porcelain", "--", ".github").ShouldBeEmpty();
        Gates("migrate", "gitleaks").Error.ShouldContain("--owner is missing: 2 waivers are to be written");

        var done = Gates("migrate", "gitleaks", "--owner", "@acme/security");

        done.ExitCode.ShouldBe(0, done.ToString());
        done.Output.ShouldContain("1 rule and 0 paths were written to .github/gates-dlp.yml; 2 waivers were added to .github/gates-waivers.yml.");
        done.Output.ShouldContain(".gitleaks.toml:5: rule around: its pattern looks around");
        var check = Gates("check");
        check.ExitCode.ShouldBe(0, check.ToString());
        check.Output.ShouldNotContain("configuration found");
        var run = Gates("run");
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("src/a.txt:1:7: acme-token waived until");
        run.Output.ShouldContain("taken over from gitleaks: gitleaks:allow in src/a.txt:1");
        Gates("explain", "src/a.txt:1").Output.ShouldContain(": waived until ");
        Gates("migrate", "gitleaks", "--owner", "@acme/security").Output.ShouldContain("0 rules and 0 paths were added to");
        (dry.Output + done.Output + run.Output).ShouldNotContain(Value[5..]);
    }

    [Fact]
    public void Files_elsewhere_are_scanned_under_the_names_they_have_there()
    {
        using var elsewhere = new TempFolder();
        var file = elsewhere.Write("x.txt", $"t={Planted.GitHubToken}\n");

        foreach (var place in new[] { elsewhere.Path, file, Path.GetRelativePath(repository.Path, file) })
        {
            var found = Gates("dlp", "scan", place);

            found.ExitCode.ShouldBe(1, found.ToString());
            found.Output.ShouldStartWith($"{file[1..]}:1:3: error: GitHub personal access token");
        }
    }

    [Fact]
    public void A_redactor_that_writes_nothing_was_not_measured()
    {
        repository.Write("a.log", $"t={Planted.GitHubToken}\n");

        Gates("redact", "--with", "cat >/dev/null", "a.log")
            .ShouldBe(new GatesOutput(3, "", "gates: the redactor wrote nothing for a.log, so nothing was measured\n"));
        Gates("redact", "--with", "sed s/ghp_.*/x/", "a.log").ExitCode.ShouldBe(0);
        Gates("redact", "--with", "cat", "a.log").ExitCode.ShouldBe(1);
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);
}
