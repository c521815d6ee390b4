using Gates.Formats.Foundation;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Recognition;

public sealed class RepositorySaltTests
{
    private static readonly string Digits = new('a', 64);

    private static readonly Baseline Holding = new() { Path = "b.json", Salt = Convert.FromHexString(Digits), Entries = [] };

    [Fact]
    public void Find_NoFile_IsTheOneOfTheBaselineOrNone()
    {
        RepositorySalt.Find(new MemoryTree(), null).ShouldBeNull();
        RepositorySalt.Find(new MemoryTree(), new Baseline { Path = "b.json", Entries = [] }.HeldSalt).ShouldBeNull();
        Convert.ToHexStringLower(RepositorySalt.Find(new MemoryTree(), Holding.HeldSalt)!.Bytes.Span).ShouldBe(Digits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\r\n\r\n")]
    public void Find_CommentsAndLineEnds_DoNotMatter(string before) =>
        Convert.ToHexStringLower(RepositorySalt.Find(Tree($"{before}{Digits}\r\n"), Holding.HeldSalt)!.Bytes.Span).ShouldBe(Digits);

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("aaaa\n")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")]
    [InlineData("<<<<<<< ours\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")]
    public void Find_AnythingElse_IsRefusedWithoutQuotingIt(string text)
    {
        var message = Should.Throw<UsageException>(() => RepositorySalt.Find(Tree(text), null)).Message;

        message.ShouldBe(".github/gates-salt is not one line of 64 lower-case hexadecimal digits, beside comments; restore it from git, because every fingerprint depends on it");
    }

    [Fact]
    public void Find_OtherThanTheBaselines_IsRefused() =>
        Should.Throw<UsageException>(() => RepositorySalt.Find(
            Tree(new string('b', 64)),
            Holding.HeldSalt)).Message.ShouldStartWith(".github/gates-salt is not the salt that b.json holds, and one of them was changed");

    [Fact]
    public void Keep_WritesItOnceAndNeverChangesIt()
    {
        using var folder = new TempFolder();
        var salt = RepositorySalt.New(bytes => bytes.Fill(0xAA));

        salt.Keep(folder.Info, "gates x").ShouldBeTrue();
        var text = folder.Read(RepositorySalt.DefaultPath);
        salt.Keep(folder.Info, "gates x").ShouldBeFalse();

        text.ShouldStartWith("# ");
        Convert.ToHexStringLower(RepositorySalt.Find(Tree(text), null)!.Bytes.Span).ShouldBe(Digits);
        Should.Throw<UsageException>(() => RepositorySalt.New(bytes =>
            bytes.Fill(1)).Keep(folder.Info, "gates x")).Message.ShouldContain("git does not know it");
        folder.Read(RepositorySalt.DefaultPath).ShouldBe(text);
    }

    [Fact]
    public void Keep_BehindALink_IsRefused()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, ".github"), elsewhere.Path);

        Should.Throw<UsageException>(() => RepositorySalt.New(bytes => bytes.Fill(1)).Keep(folder.Info, "gates x"));
        elsewhere.Info.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void Changed_EditedOrRemoved_IsSaid()
    {
        var (one, other) = (RepositorySalt.New(bytes => bytes.Fill(1)), RepositorySalt.New(bytes => bytes.Fill(2)));

        RepositorySalt.Changed(null, one).ShouldBeEmpty();
        RepositorySalt.Changed(one, one).ShouldBeEmpty();
        RepositorySalt.Changed(one, other).ShouldHaveSingleItem().ShouldStartWith("This change edits the salt");
        RepositorySalt.Changed(one, null).ShouldHaveSingleItem().ShouldStartWith("This change removes the salt");
    }

    private static MemoryTree Tree(string text) => new((RepositorySalt.DefaultPath, text));
}
