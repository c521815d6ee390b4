using Policies.Tests.TypeScript;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.TypeChecks;

/// <summary>The values that the snippets of the eraser's corpus have, by TypeScript's own transpile and Node.js.</summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task Snippets_TranspiledByTypeScript_GiveTheRecordedValues()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");

        var values = await NodeModules.RunAsync(Corpus.Snippets.Select(snippet => snippet.Source), InstalledTypeScript.Package);

        Corpus.Snippets
            .Zip(values, (snippet, value) => $"{snippet.Name}: {value}")
            .ShouldBe(Corpus.Snippets.Select(snippet => $"{snippet.Name}: {snippet.Value}"));
    }
}
