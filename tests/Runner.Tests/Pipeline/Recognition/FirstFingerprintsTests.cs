using Gates.Pipeline.Recognition;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Recognition;

public sealed class FirstFingerprintsTests
{
    [Fact]
    public void Of_LineMovedAndIndented_StaysTheSame()
    {
        var before = One(new MemoryTree(("a.txt", "FROM x\n")), At("a.txt", 1));
        var after = One(new MemoryTree(("a.txt", "\n\n\t  FROM   x\r\n")), At("a.txt", 3));

        after.ShouldBe(before);
        before.Text.ShouldMatch("^v1:[0-9a-f]{64}$");
    }

    [Fact]
    public void Of_LineChanged_Differs() =>
        One(new MemoryTree(("a.txt", "FROM y\n")), At("a.txt", 1)).ShouldNotBe(One(new MemoryTree(("a.txt", "FROM x\n")), At("a.txt", 1)));

    [Fact]
    public void Of_IdentityGiven_IgnoresTheLine() =>
        One(new MemoryTree(("a.txt", "one\n")), At("a.txt", 1) with { Identity = "same" })
            .ShouldBe(One(new MemoryTree(("a.txt", "two\n")), At("a.txt", 1) with { Identity = "same" }));

    [Fact]
    public void Of_RenamedFile_IsFiledUnderItsNewName()
    {
        var atBase = FirstFingerprints.Of("gate", [At("old.txt", 1)], new MemoryTree(("old.txt", "x\n")), path => path == "old.txt" ? "new.txt" : path, [0]);

        atBase.ShouldBe([One(new MemoryTree(("new.txt", "x\n")), At("new.txt", 1))]);
    }

    [Fact]
    public void Of_OtherPathRuleOrGate_Differs()
    {
        var tree = new MemoryTree(("a.txt", "x\n"), ("b.txt", "x\n"));
        string[] all =
        [
            One(tree, At("a.txt", 1)),
            One(tree, At("b.txt", 1)),
            One(tree, At("a.txt", 1) with { Rule = "other" }),
            FirstFingerprints.Of("other", [At("a.txt", 1)], tree, path => path, [0])[0],
        ];

        all.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Of_EqualFindings_AreToldApartByTheirOrderInTheFileNotInTheReport()
    {
        var tree = new MemoryTree(("a.txt", "x\nx\n"));

        var forward = FirstFingerprints.Of("gate", [At("a.txt", 1), At("a.txt", 2)], tree, path => path, [0, 1]);
        var backward = FirstFingerprints.Of("gate", [At("a.txt", 2), At("a.txt", 1)], tree, path => path, [1, 0]);

        forward.Distinct().Count().ShouldBe(2);
        backward.ShouldBe(forward.Reverse());
    }

    [Fact]
    public void Of_TokenLikeTextOnTheLine_DoesNotMatter() =>
        One(new MemoryTree(("a.txt", "key = AAAAAAAAAAAAAAAAAAAAAAAA1\n")), At("a.txt", 1))
            .ShouldBe(One(new MemoryTree(("a.txt", "key = BBBBBBBBBBBBBBBBBBBBBBBB2\n")), At("a.txt", 1)));

    [Fact]
    public void Of_NoPlaceOrLineBeyondTheFile_UsesTheMessage()
    {
        var tree = new MemoryTree(("a.txt", "x"));

        One(tree, new Finding("rule", Severity.Error, "one")).ShouldNotBe(One(tree, new Finding("rule", Severity.Error, "two")));
        One(tree, At("a.txt", 99)).ShouldBe(One(tree, At("a.txt", 98)));
    }

    private static Finding At(string path, int line) => new("rule", Severity.Error, "message", new Location(path, line));

    private static Fingerprint One(MemoryTree tree, Finding finding) => FirstFingerprints.Of("gate", [finding], tree, path => path, [0])[0];
}
