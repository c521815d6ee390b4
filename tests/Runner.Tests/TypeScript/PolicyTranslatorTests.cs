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

    [Fact]
    public async Task CacheEntryThatSomebodyElseWrote_IsNotUsed()
    {
        Compilation.SkipWithoutNode();
        using var folder = new TempFolder();
        await BuiltCompiler.WithCache(folder.Path).TranslateAsync([Modern], TestContext.Current.CancellationToken);
        var entry = Directory.GetFiles(Path.Combine(folder.Path, "policies")).Single();
        var seal = (await File.ReadAllBytesAsync(entry, TestContext.Current.CancellationToken))[..32];
        byte[] forged = [.. "{\"text\":\"function judge() {}\"}"u8];
        var other = CacheFolder.At(Path.Combine(folder.Path, "other"), [.. Enumerable.Repeat((byte)7, CacheKey.Length)]);
        other.Write(Path.GetRelativePath(folder.Path, entry), forged);
        foreach (var content in (byte[][])[forged, [.. seal, .. forged], await File.ReadAllBytesAsync(Path.Combine(folder.Path, "other", Path.GetRelativePath(folder.Path, entry)), TestContext.Current.CancellationToken)])
        {
            await File.WriteAllBytesAsync(entry, content, TestContext.Current.CancellationToken);

            var again = await BuiltCompiler.WithCache(folder.Path).TranslateAsync([Modern], TestContext.Current.CancellationToken);

            again!.Single().Text.ShouldStartWith("var judge = function () { };");
        }
    }

    [Fact]
    public async Task CompilerThatWasChangedInTheCache_IsFetchedAnew()
    {
        Compilation.SkipWithoutNode();
        var package = await BuiltCompiler.FetchAsync();
        using var folder = new TempFolder();
        var installs = 0;
        Task<bool> Install(string into, CancellationToken cancellationToken)
        {
            installs++;
            Directory.CreateDirectory(Path.Combine(into, "node_modules/typescript/lib"));
            foreach (var name in (string[])["package.json", "lib/typescript.js"])
            {
                File.Copy(Path.Combine(package, name), Path.Combine(into, "node_modules/typescript", name));
            }

            return Task.FromResult(true);
        }

        await BuiltCompiler.Installing(folder.Path, null, Install).TranslateAsync([Modern], TestContext.Current.CancellationToken);
        await BuiltCompiler.Installing(folder.Path, null, Install).TranslateAsync([Compilation.Files("q.js", ("q.js", "const judge = () => 2;"))], TestContext.Current.CancellationToken);
        installs.ShouldBe(1);
        var planted = Path.Combine(folder.Path, $"typescript-{TypeScriptFolder.Version}", "node_modules/typescript/lib/typescript.js");
        await File.AppendAllTextAsync(planted, "throw new Error('planted');\n", TestContext.Current.CancellationToken);

        var answers = await BuiltCompiler.Installing(folder.Path, null, Install).TranslateAsync([Compilation.Files("r.js", ("r.js", "const judge = () => 3;"))], TestContext.Current.CancellationToken);

        installs.ShouldBe(2);
        answers!.Single().Text!.ShouldContain("return 3");
    }

    [Fact]
    public void CacheFolder_InAJob_BeginsEmptyAndElsewhere()
    {
        using var folder = new TempFolder();
        string? Variable(string name) => name == "GITHUB_ACTIONS" ? "true" : folder.Path;
        var (one, other) = (CacheFolder.Of(Variable), CacheFolder.Of(Variable));
        one.Write("a", [1]);
        other.Read("a").ShouldBeNull();
        one.Path.ShouldNotStartWith(folder.Path);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void CacheFolder_ThatOthersMayWriteTo_IsTakenBack_AndOneBehindALinkNotUsed()
    {
        using var folder = new TempFolder();
        var shared = Directory.CreateDirectory(Path.Combine(folder.Path, "cache/gates"));
        File.SetUnixFileMode(shared.FullName, (UnixFileMode)0b111_111_111);
        var cache = User(folder);
        cache.Write("a", [1]);
        User(folder).Read("a").ShouldBe([1]);
        File.GetUnixFileMode(shared.FullName).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(folder.Path, "state/gates/cache.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Directory.Move(shared.FullName, Path.Combine(folder.Path, "elsewhere"));
        Directory.CreateSymbolicLink(shared.FullName, Path.Combine(folder.Path, "elsewhere"));
        User(folder).Read("a").ShouldBeNull();
    }

    [Fact]
    public void CacheFolder_WithAKeyThatOthersCanRead_IsNotUsed()
    {
        using var folder = new TempFolder();
        User(folder).Write("a", [1]);
        File.SetUnixFileMode(Path.Combine(folder.Path, "state/gates/cache.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        User(folder).Read("a").ShouldBeNull();
    }

    private static CacheFolder User(TempFolder folder) => CacheFolder.Of(name => name switch
    {
        "XDG_CACHE_HOME" => Path.Combine(folder.Path, "cache"),
        "XDG_STATE_HOME" => Path.Combine(folder.Path, "state"),
        _ => null,
    });

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
