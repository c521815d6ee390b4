using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Review;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports;

/// <summary>Hostile text stays text in every sink.</summary>
public sealed class HostileTextTests
{
    private const string Links = "https://github.com/acme/shop/blob/main/";

    [Fact]
    public void Console_PrintsNoCommandAndNoHiddenCharacter() => Hostile.Hold(text =>
    {
        var printed = ConsoleReporterTests.Print(Run(text), ConsoleStyle.Plain with { Width = 50 }).GetAwaiter().GetResult();
        RunnerCommands.In(printed).ShouldBeEmpty();
        ShouldBeLegible(printed);
    });

    [Fact]
    public void Annotations_AreExactlyTheOnesMeant() => Hostile.Hold(text =>
    {
        var printed = AnnotationReporterTests.Print(Run(text));
        var commands = RunnerCommands.Parse(printed);
        commands.Count.ShouldBe(printed.Split('\n').Length - 1);
        commands.Select(command => command.Name).ShouldBe(["error", "error"]);
        foreach (var command in commands)
        {
            command.Properties.Keys.Except(["file", "line", "endLine", "title"]).ShouldBeEmpty();
            ShouldBeLegible(command.Message);
        }
    });

    [Fact]
    public void Json_ParsesBackEqual() => Hostile.Hold(text =>
    {
        using var document = JsonDocument.Parse(Bytes(stream => ResultsFile.From(Run(text)).Write(stream)));
        var finding = document.RootElement.GetProperty("gates")[0].GetProperty("findings")[0];
        finding.GetProperty("message").GetString().ShouldBe(Unicode(text));
        finding.GetProperty("location").GetProperty("path").GetString().ShouldBe(Unicode(text));
    });

    [Fact]
    public void Sarif_ParsesBackEqualAndKeepsUrisInside() => Hostile.Hold(text =>
    {
        using var document = JsonDocument.Parse(SarifReporter.Render(Run(text)));
        var result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        result.GetProperty("message").GetProperty("text").GetString().ShouldBe(Unicode(text));
        var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Uri.IsWellFormedUriString(uri, UriKind.Relative).ShouldBeTrue(uri);
        uri.Split('/').ShouldNotContain("..");
    });

    [Fact]
    public void JUnit_ParsesBackEqualButForWhatXmlCannotCarry() => Hostile.Hold(text =>
    {
        using var stream = new MemoryStream(Bytes(content => JUnitReporter.Write(Run(text), content)));
        var failure = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Descendants("failure").Single();
        failure.Attribute("message")!.Value.ShouldBe(Escape.Xml(text));
    });

    /// <summary>Pages of Markdown are markup; SafeMarkdownTests hold them.</summary>
    [Fact]
    public void Summary_HoldsNoMarkupFromTheText() => Hostile.Hold(text =>
        ShouldHoldOnlyOurMarkup(Regex.Replace(
            SummaryPage.Render(Run(text), Links), "\n<details><summary>page</summary>\n\n.*\n</details>\n", "", RegexOptions.Singleline)));

    [Fact]
    public void Comment_HoldsNoMarkupFromTheText() => Hostile.Hold(text =>
    {
        var page = CommentPage.Render(Input(text));
        var (marker, body) = (page[..page.IndexOf('\n', StringComparison.Ordinal)], page[page.IndexOf('\n', StringComparison.Ordinal)..]);
        marker.ShouldBe("<!-- gates:comment v1 head= started=2026-11-22T09:30:00Z -->");
        ShouldHoldOnlyOurMarkup(body);
    });

    [Fact]
    public void CheckRun_HoldsNoMarkupFromTheText() => Hostile.Hold(text =>
    {
        var output = CheckPage.Render(Input(text), 50);
        ShouldHoldOnlyOurMarkup(output.Summary);
        ShouldHoldOnlyOurMarkup(output.Text!);
        foreach (var plain in output.Annotations.SelectMany(note => new[] { note.Title!, note.Message }).Append(output.Title))
        {
            ShouldBeLegible(plain);
        }
    });

    [Fact]
    public void Outputs_HoldExactlyTheValuesThatWereGiven() => Hostile.Hold(text =>
    {
        using var folder = new TempFolder();
        var outputs = Path.Join(folder.Path, "outputs");
        var reports = OutputFolder.Create("out", folder.Path, _ => false);
        new OutputReporter(outputs, reports).ReportAsync(Run(text), CancellationToken.None).GetAwaiter().GetResult();
        var values = OutputFile.Parse(File.ReadAllText(outputs));
        values.Keys.ShouldBe(["verdict", "failed", "results", "sarif", Escape.FileName(text) + "-decision", "decision"]);
        values["failed"].ShouldBe(Unicode(text));
        values["decision"].ShouldBe(Unicode(text));
    });

    /// <summary>What survives UTF-8: lone surrogates become the replacement character.</summary>
    private static string Unicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static ReviewInput Input(string text) => new()
    {
        Report = Run(text),
        Unverified = [new UnverifiedGate(text, text)],
        Links = new SourceLinks(Links),
        Details = "https://github.com/acme/shop/actions/runs/7?x=)[",
    };

    private static void ShouldHoldOnlyOurMarkup(string markdown)
    {
        const string Command = "gates waive v2:[0-9a-f]{16}( --gate [A-Za-z0-9_-]+)? --reason '…' --owner (@|&#64;)you --expires 2027-02-20";
        var page = Regex.Replace(markdown, $"```sh\n{Command}\n```|<code>{Command}</code>", "");
        ShouldBeLegible(page.Replace("\ufe0f", "", StringComparison.Ordinal));
        var tags = Regex.Matches(page, "<[^>]*>").Select(match => match.Value).Distinct();
        tags.Except(["<sub>", "</sub>", "<code>", "</code>", "<br>", "<details>", "</details>", "<summary>", "</summary>"]).ShouldBeEmpty();
        var unlinked = Regex.Replace(page, @"\]\(https://github\.com/acme/shop/(blob/main/[A-Za-z0-9._~%/-]*#L1|actions/runs/7\?x=%29\[)\)", "]");
        foreach (var live in new[] { "@", "`", "www.", "://", "](" })
        {
            unlinked.ShouldNotContain(live);
        }

        Regex.IsMatch(unlinked, "(?<!&)#[^# ]").ShouldBeFalse();
        Regex.IsMatch(unlinked, "gh-[0-9]", RegexOptions.IgnoreCase).ShouldBeFalse();
    }

    private static void ShouldBeLegible(string printed) =>
        printed.EnumerateRunes().Where(rune => rune.Value != '\n').Select(Rune.GetUnicodeCategory)
            .Intersect([
                System.Globalization.UnicodeCategory.Control,
                System.Globalization.UnicodeCategory.Format,
                System.Globalization.UnicodeCategory.LineSeparator,
                System.Globalization.UnicodeCategory.ParagraphSeparator
            ])
            .ShouldBeEmpty();

    internal static RunReport Run(string text) => Samples.Run(
        [
            Samples.Gate(text, text, Verdict.Failed) with
            {
                ModeReason = text,
                Error = text,
                Findings = [Samples.Found(new Finding(text, Severity.Error, text, new Location(text, 1), Help: text))],
                Passed = [new Check(text, text)],
                Metrics = [new Metric(text, double.NaN, text)],
                Outputs = [new Output("decision", text)],
                Charts = [new Chart(
                    text,
                    Samples.Start,
                    60,
                    [new ChartLine(
                        text,
                        [
                            1,
                            null,
                            3
                        ])])
                        {
                            Unit = text,
                            Limits = [new ChartLine(text, [2, 2, 2])],
                            Spans = [new ChartSpan(0, text, text, Severity.Error)],
                            Marks = [new ChartMark(1, 2, text, Severity.Warning)]
                        }],
                Pages = [new PolicyPage("page", text)],
                Log = [text],
                Policy = new PolicySource(text, text),
            },
        ]) with

    {
        Notes = [text],
        Configuration = text,
        ToolVersion = text,
        Proposed = new Dictionary<string, Verdict>(StringComparer.Ordinal) { [text] = Verdict.Passed }
    };
}
