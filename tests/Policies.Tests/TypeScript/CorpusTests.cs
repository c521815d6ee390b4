using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>What holds for every snippet of the corpus.</summary>
public sealed class CorpusTests
{
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

    [Fact]
    public async Task Snippets_Erased_GiveTheRecordedValues()
    {
        NodeModules.SkipWithoutNode();

        var values = await NodeModules.RunAsync(Corpus.Snippets.Select(snippet => TypeEraser.Erase(snippet.Source)), typescript: null);

        Named(values).ShouldBe(Recorded());
    }

    [Fact]
    public async Task Snippets_TranspiledByTypeScript_GiveTheRecordedValues()
    {
        NodeModules.SkipWithoutNode();
        NodeModules.SkipWithoutTypeScript();

        var values = await NodeModules.RunAsync(Corpus.Snippets.Select(snippet => snippet.Source), NodeModules.TypeScript);

        Named(values).ShouldBe(Recorded());
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
