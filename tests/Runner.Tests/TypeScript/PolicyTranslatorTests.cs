using Gates.Runner;
using Gates.Runner.TypeScript;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.TypeScript;

public sealed class PolicyTranslatorTests
{
    private static readonly PolicyFiles Modern = Compilation.Files("p.js", ("p.js", "const judge = () => {};"));

    [Fact]
    public async Task WhatWasTranslatedOnce_NeedsNoCompilerAgain()
    {
        Compilation.SkipWithoutNode();
        using var folder = new TempFolder();
        var first = await BuiltCompiler.WithCache(folder.Path).TranslateAsync([Modern], TestContext.Current.CancellationToken);

        var again = await BuiltCompiler.Installing(folder.Path, "/nowhere", Never).TranslateAsync([Modern], TestContext.Current.CancellationToken);

        again.ShouldBe(first);
        Directory.GetFiles(Path.Combine(folder.Path, "policies")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task CacheEntryThatIsDamaged_IsMadeAnew(string content)
    {
        Compilation.SkipWithoutNode();
        using var folder = new TempFolder();
        await BuiltCompiler.WithCache(folder.Path).TranslateAsync([Modern], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(folder.Path, "policies")).Single(), content, TestContext.Current.CancellationToken);

        var again = await BuiltCompiler.WithCache(folder.Path).TranslateAsync([Modern], TestContext.Current.CancellationToken);

        again!.Single().Text.ShouldStartWith("var judge = function () { };");
    }

    [Fact]
    public async Task CacheThatCannotBeWritten_OnlyCostsTime()
    {
        Compilation.SkipWithoutNode();
        using var folder = new TempFolder();
        var file = folder.Write("file", "");

        (await BuiltCompiler.WithCache(file).TranslateAsync([Modern], TestContext.Current.CancellationToken))!.Single().Text.ShouldNotBeNull();
    }

    [Fact]
    public async Task GivenFolderWithoutACompiler_IsNamed()
    {
        using var folder = new TempFolder();

        var failure = await Should.ThrowAsync<EvaluationException>(BuiltCompiler.Installing(folder.Path, folder.Path, Never).TranslateAsync([Modern], TestContext.Current.CancellationToken));

        failure.Message.ShouldBe($"GATES_TYPESCRIPT: there is no TypeScript compiler in {folder.Path}");
    }

    [Fact]
    public async Task ManyPolicies_AreAnsweredInOrder_AProblemOfOneCostsOnlyThatOne()
    {
        Compilation.SkipWithoutNode();
        using var folder = new TempFolder();
        var files = Enumerable.Range(0, 5).Select(i => Compilation.Files($"{i}.js", ($"{i}.js", i == 2 ? "const = ;" : $"const judge = () => {i};"))).ToList();

        var answers = await BuiltCompiler.WithCache(folder.Path).TranslateAsync(files, TestContext.Current.CancellationToken);

        answers!.Select(answer => answer.Problem?.File).ShouldBe([null, null, "2.js", null, null]);
        answers![4].Text!.ShouldContain("return 4");
    }

    [Fact]
    public async Task FetchThatFails_SaysWhatToDoWithoutANetwork_AndLeavesNothing()
    {
        using var folder = new TempFolder();
        var translator = BuiltCompiler.Installing(folder.Path, null, static (_, _) => throw new EvaluationException("npm failed: npm error network"));

        var failure = await Should.ThrowAsync<EvaluationException>(translator.TranslateAsync([Modern], TestContext.Current.CancellationToken));

        failure.Message.ShouldBe("the TypeScript compiler 5.9.3 could not be fetched: npm failed: npm error network. Where there is no network, set GATES_TYPESCRIPT to a folder with the package.");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/x/cache", "/home/u", "/x/cache/gates")]
    [InlineData("relative", "/home/u", "/home/u/.cache/gates")]
    [InlineData("", "/home/u", "/home/u/.cache/gates")]
    public void CacheFolder_IsWhereTheUserKeepsCaches(string xdg, string home, string expected) =>
        CacheFolder.Of(name => name == "XDG_CACHE_HOME" ? xdg : name == "HOME" ? home : null).Path.ShouldBe(expected);

    [Fact]
    public void ThePinnedVersionIsTheLockedOne() =>
        EmbeddedText.Read("package-lock.json").ShouldContain($"\"version\": \"{TypeScriptFolder.Version}\"");

    private static Task<bool> Never(string folder, CancellationToken cancellationToken) => throw new InvalidOperationException("nothing is to be installed");
}
