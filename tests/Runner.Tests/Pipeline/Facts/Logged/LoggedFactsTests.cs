using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Logged;

public sealed class LoggedFactsTests
{
    [Fact]
    public async Task AFile_HasWhoSignedItWhenAndForWhichCommit()
    {
        var context = new GateContext(new MemoryTree(), ChangeSet.None, default) { Logged = new Branch("drill-1.json", "{ \"rto\": 55 }") };

        var file = (await CollectAsync(context, "drill/*.json"))[0];

        file.Json("type", "name", "commit", "logged", "ageDays", "signer", "statement", "size", "text", "problem").ShouldBe(
            "\"drill\" \"drill-1.json\" \"c\" \"2026-11-30T12:00:00Z\" 1.5 \"k\" \"audit/s.json\" 13 \"{ \\\"rto\\\": 55 }\" null");
        file.GetProperty("documents")[0].GetProperty("path").GetString().ShouldBe("drill-1.json");
    }

    [Fact]
    public async Task AFileThatCannotBeRead_SaysWhere() =>
        (await CollectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default) { Logged = new Branch("a.json", "{") }, "drill/*"))[0]
            .GetProperty("problem").GetString().ShouldStartWith("a.json:1:");

    [Fact]
    public async Task NothingOfThatName_IsUnexpected()
    {
        var context = new GateContext(new MemoryTree(), ChangeSet.None, default) { Logged = new Branch("a.json", "{}") };

        (await CollectAsync(context, "drill/b*")).GetArrayLength().ShouldBe(0);

        context.Coverage.Summary()!.Problem.ShouldStartWith("it could not look at everything: facts that select nothing: `facts.evidence` drill/b*: none");
    }

    [Fact]
    public async Task WithoutABranch_TheGateIsErrored() =>
        (await Should.ThrowAsync<EvaluationException>(() => CollectAsync(new GateContext(new MemoryTree(), ChangeSet.None, default), "drill/*"))).Message
            .ShouldStartWith("`evidence` facts need a git repository with an evidence branch");

    private static async Task<JsonElement> CollectAsync(GateContext context, string selection)
    {
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["evidence"] = [selection] }));
        return (await gate.InspectAsync(context, CancellationToken.None)).Facts.GetProperty("evidence");
    }

    private sealed class Branch(string name, string text) : ILoggedEvidence
    {
        public Task<LoggedEvidence> FindAsync(string type, Func<string, bool> names, int earlier, CancellationToken cancellationToken)
        {
            type.ShouldBe("drill");
            var file = new LoggedFile(name, Encoding.UTF8.GetBytes(text))
            {
                Commit = "c",
                Logged = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero),
                Age = TimeSpan.FromHours(36),
                KeyId = "k",
                Statement = "audit/s.json",
            };
            return Task.FromResult(names(name) ? new LoggedEvidence([file], null) : new LoggedEvidence([], "none"));
        }
    }
}
