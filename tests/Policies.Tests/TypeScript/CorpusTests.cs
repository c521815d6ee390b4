using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>What holds for every snippet of the corpus.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Refused = ["a policy has nothing to wait for", "`import()` is not available", "`import.meta` is not available"];

    /// <summary>ECMA-262 asks functions for <c>toJSON</c>, too; the engine does not.</summary>
    private static readonly string[] FunctionsAsJson =
        ["implements only", "export default function with overloads", "export default of an arrow", "export default abstract class"];

    [Fact]
    public void Corpus_IsLarge_AndEverySnippetHasAName()
    {
        Corpus.Snippets.Count.ShouldBeGreaterThanOrEqualTo(300);
        Corpus.Snippets.Select(snippet => snippet.Name).ShouldBeUnique();
    }

    [Fact]
    public void Snippets_KeepTheirLengthTheirLineBreaksAndAllThatIsNoType() =>
        Differing(static snippet => IsErasureOf(TypeEraser.Erase(snippet.Source), snippet.Source)).ShouldBeEmpty();

    [Fact]
    public void Snippets_ErasedTwice_AreTheSame() =>
        Differing(static snippet => TypeEraser.Erase(snippet.Source) is var erased && TypeEraser.Erase(erased) == erased).ShouldBeEmpty();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void Snippets_WithOtherLineBreaks_AreErasedAlike(string lineBreak) =>
        Differing(snippet => TypeEraser.Erase(With(snippet.Source, lineBreak)) == With(TypeEraser.Erase(snippet.Source), lineBreak)).ShouldBeEmpty();

    [Fact]
    public void Snippets_CutAnywhere_AreReadOrRefused()
    {
        foreach (var source in Corpus.Snippets.Select(snippet => snippet.Source))
        {
            for (var length = 0; length < source.Length; length++)
            {
                try
                {
                    TypeEraser.Erase(source[..length]).Length.ShouldBe(length);
                }
                catch (TypeScriptException e)
                {
                    e.Line.ShouldBeInRange(1, source[..length].Count(c => c == '\n') + 1);
                }
            }
        }
    }

    /// <summary>Most in the engine; the rest use what the language has and a policy has not, such as <c>async</c>, and are refused there.</summary>
    [Fact]
    public void Snippets_InTheEngine_GiveTheRecordedValues()
    {
        var outcomes = Corpus.Snippets.Select(snippet => (snippet.Name, Recorded: snippet.Value, Value: ValueInTheEngine(snippet))).ToList();

        outcomes.Count(outcome => outcome.Value is not null).ShouldBeGreaterThanOrEqualTo(300);
        outcomes.Where(outcome => outcome.Value is not null && outcome.Value != outcome.Recorded && !FunctionsAsJson.Contains(outcome.Name))
            .Select(outcome => $"{outcome.Name}: {outcome.Value}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Snippets_ErasedInNode_GiveTheRecordedValues()
    {
        NodeModules.SkipWithoutNode();

        var values = await NodeModules.RunAsync(Corpus.Snippets.Select(snippet => TypeEraser.Erase(snippet.Source)), typescript: null);

        Named(values).ShouldBe(Recorded());
    }

    /// <returns><see langword="null"/> when a policy must not do that.</returns>
    private static string? ValueInTheEngine(Snippet snippet)
    {
        var policy = PolicySource.From("p", "policy.js", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy.js"] = "import value from './snippet.ts';\nexport function judge(evidence, settings, report) { report.log(String(JSON.stringify(value))); }\n",
            ["snippet.ts"] = snippet.Source,
            ["values.js"] = Corpus.Values,
        });
        try
        {
            using var nothing = JsonDocument.Parse("{}");
            return PolicyScript.Load(policy)
                .Judge(new Evidence("test/v1", nothing.RootElement), nothing.RootElement, Policies.Tests.Engine.Run.Limits).Log
                .Single();
        }
        catch (PolicyException e) when (e.Policy == "snippet.ts" && Refused.Any(reason => e.Reason.Contains(reason, StringComparison.Ordinal)))
        {
            return null;
        }
    }

    private static IEnumerable<string> Recorded() => Named(Corpus.Snippets.Select(snippet => snippet.Value));

    private static IEnumerable<string> Named(IEnumerable<string> values) => Corpus.Snippets.Zip(values, static (snippet, value) => $"{snippet.Name}: {value}");

    private static IEnumerable<string> Differing(Func<Snippet, bool> holds) =>
        Corpus.Snippets.Where(snippet => !holds(snippet)).Select(snippet => $"{snippet.File}: {snippet.Name}");

    private static string With(string text, string lineBreak) => text.Replace("\n", lineBreak, StringComparison.Ordinal);

    /// <summary>Only spaces, and what keeps statements apart, stand where something else stood.</summary>
    private static bool IsErasureOf(string erased, string source) =>
        erased.Length == source.Length
        && erased.Zip(source).All(static pair => pair.First == pair.Second || (pair.First is ' ' or ';' or '(' or ')' && pair.Second != '\n'));
}
