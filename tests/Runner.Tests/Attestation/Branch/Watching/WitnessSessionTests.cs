using Gates.Attestation;
using Gates.Attestation.Branch;
using Gates.Attestation.Branch.Watching;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Branch.Watching;

/// <summary>A witness cosigns what continues what it saw, and nothing else.</summary>
public sealed class WitnessSessionTests : IDisposable
{
    private const string Name = "example.org/auditor";

    private readonly EvidenceBed bed = new();
    private readonly TempFolder own = new();
    private readonly ManualTime clock = new();
    private readonly StringWriter output = new();
    private readonly DirectoryInfo log;

    public WitnessSessionTests()
    {
        clock.Advance(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero) - DateTimeOffset.UnixEpoch);
        log = bed.Clone("log");
        TempRepository.Run(own.Path, "init", "-q");
        own.Write("log.pem", KeyPem.WritePublic(bed.Identity.Key.PublicKey));
        Key("auditor");
    }

    [Fact]
    public async Task Log_SeenForTheFirstTime_IsTakenOnlyWhenToldTo()
    {
        await AppendAsync("a", "b");
        var problem = await Should.ThrowAsync<UsageException>(() => RunAsync());
        problem.Message.ShouldContain("knows nothing of example.com/acme/app/2026: give --begin");
        (await RunAsync(begin: true)).ShouldBe(ExitCode.Holds);
        output.ToString().ShouldContain("cosigned 2 entries of example.com/acme/app/2026 as example.org/auditor");
    }

    [Fact]
    public async Task Cosignature_StandsInTheCheckpointAndStaysWhenTheLogGrows()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        Times("log/2026/checkpoint").ShouldBe([clock.GetUtcNow()]);
        await AppendAsync("b");
        Times("log/2026/checkpoint").ShouldBeEmpty();
        Times("log/2026/cosigned/1").ShouldBe([clock.GetUtcNow()]);
        clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync()).ShouldBe(ExitCode.Holds);
        Times("log/2026/cosigned/2").ShouldBe([clock.GetUtcNow()]);
        (await bed.VerifyAsync(log)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Log_WithoutAnythingNew_IsNotCosignedTwice()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        var tip = Tip();
        clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync()).ShouldBe(ExitCode.Holds);
        Tip().ShouldBe(tip);
        output.ToString().ShouldEndWith("nothing new: 1 entry of example.com/acme/app/2026, cosigned before\n");
    }

    [Fact]
    public async Task Cosignature_ThatWasTakenAway_IsPutBackAsItWas()
    {
        await AppendAsync("a");
        var before = Tip();
        await RunAsync(begin: true);
        var first = clock.GetUtcNow();
        TempRepository.Run(bed.Remote, "update-ref", "refs/heads/gates-evidence/2026", before);
        clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Times("log/2026/checkpoint").ShouldBe([first]);
    }

    [Fact]
    public async Task Log_CutBack_IsRefusedAndTheStateStays()
    {
        await AppendAsync("a");
        var before = Tip();
        await AppendAsync("b");
        await RunAsync(begin: true);
        var state = File.ReadAllText(Own("state.json"));
        TempRepository.Run(bed.Remote, "update-ref", "refs/heads/gates-evidence/2026", before);
        (await Should.ThrowAsync<RefusedEvidenceException>(() => RunAsync(begin: true))).Message
            .ShouldBe("rolled-back: log/2026/checkpoint: 1 entries, and this witness saw 2: the end of the log was cut off\nNothing was cosigned.");
        File.ReadAllText(Own("state.json")).ShouldBe(state);
    }

    [Fact]
    public async Task Log_TakenAway_IsRefused()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        TempRepository.Run(bed.Remote, "update-ref", "-d", "refs/heads/gates-evidence/2026");
        (await Should.ThrowAsync<RefusedEvidenceException>(() => RunAsync())).Message.ShouldStartWith("missing: the log of example.com/acme/app/2026 is gone");
    }

    [Fact]
    public async Task Log_Rewritten_IsRefused()
    {
        await AppendAsync("a", "b");
        await RunAsync(begin: true);
        TempRepository.Run(bed.Remote, "update-ref", "-d", "refs/heads/gates-evidence/2026");
        await bed.AppendAsync(bed.Clone("other"), EvidenceBed.Item("b"), EvidenceBed.Item("c"), EvidenceBed.Item("d"));
        (await Should.ThrowAsync<RefusedEvidenceException>(() => RunAsync())).Message.ShouldStartWith("split-view: ");
    }

    [Fact]
    public async Task State_EditedOrOfAnotherWitness_IsRefused()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        var state = File.ReadAllText(Own("state.json"));
        own.Write("state.json", state.Replace("2026\\n1\\n", "2026\\n0\\n", StringComparison.Ordinal));
        (await Should.ThrowAsync<UsageException>(() => RunAsync())).Message.ShouldContain("does not fit the text");
        own.Write("state.json", state);
        Key("customer");
        (await Should.ThrowAsync<UsageException>(() => RunAsync(key: "customer", name: "example.net/customer"))).Message
            .ShouldContain("it is not the state of this witness");
    }

    [Fact]
    public async Task Clock_ThatWentBack_CosignsNothing()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        await AppendAsync("b");
        var earlier = new ManualTime();
        earlier.Advance(clock.GetUtcNow().AddHours(-1) - DateTimeOffset.UnixEpoch);
        (await Should.ThrowAsync<EvaluationException>(() => RunAsync(time: earlier))).Message.ShouldContain("times never go back");
    }

    [Fact]
    public async Task TwoWitnesses_StandSideBySide()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        Key("customer");
        await RunAsync(begin: true, key: "customer", name: "example.net/customer", state: "customer.json");
        Note("log/2026/checkpoint").Signatures.Select(signature => signature.Name)
            .ShouldBe(["example.com/acme/app/2026", Name, "example.net/customer"]);
        Note("log/2026/cosigned/1").Signatures.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Log_UnderAnotherName_IsRefused()
    {
        await AppendAsync("a");
        (await Should.ThrowAsync<RefusedEvidenceException>(() => RunAsync(begin: true, origin: "example.com/acme/other"))).Message
            .ShouldContain(
                "the log of example.com/acme/app/2026; expected the log of example.com/acme/other/2026; "
                    + "where that log is the one you mean, name it with --origin, without the year");
    }

    [Fact]
    public async Task Witness_WithTheLogsOwnKey_IsRefused()
    {
        await AppendAsync("a");
        File.WriteAllText(Own("auditor.pem"), Pem(1));
        (await Should.ThrowAsync<UsageException>(() => RunAsync(begin: true))).Message.ShouldContain("a witness has a key of its own");
    }

    [Fact]
    public async Task NewYear_OfAKnownLog_NeedsNoBeginning()
    {
        await AppendAsync("a");
        await RunAsync(begin: true);
        clock.Advance(TimeSpan.FromDays(60));
        await EvidenceBed.AppendAsync(log, null, bed.Identity, 2027, EvidenceBed.Item("new"));
        (await RunAsync()).ShouldBe(ExitCode.Holds);
        output.ToString().ShouldEndWith(
            "nothing new: 1 entry of example.com/acme/app/2026, cosigned before\ncosigned 2 entries of example.com/acme/app/2027 as "
            + Auditor + "\n");
    }

    [Fact]
    public async Task Cosignature_ForAFolder_LeavesTheBranchAlone()
    {
        await AppendAsync("a");
        var tip = Tip();
        await RunAsync(begin: true, folder: Own("seen"));
        Tip().ShouldBe(tip);
        Cosignature.Of(SignedNote.Parse(File.ReadAllBytes(Own("seen", "example.com_acme_app_2026.checkpoint")), "n"), [Auditor], "n")
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task Branch_ThatIsNotThereYet_IsNoFault()
    {
        (await RunAsync(begin: true)).ShouldBe(ExitCode.Holds);
        output.ToString().ShouldBe("there is no log of example.com/acme/app/2026 yet; nothing was cosigned\n");
    }

    public void Dispose()
    {
        bed.Dispose();
        own.Dispose();
        output.Dispose();
    }

    private string Own(params string[] names) => Path.Join([own.Path, .. names]);

    private static string Pem(byte seed)
    {
        var der = Convert.FromHexString("302e020100300506032b657004220420").Concat(Enumerable.Repeat(seed, 32)).ToArray();
        return $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(der)}\n-----END PRIVATE KEY-----\n";
    }

    private static WitnessVerifier Auditor => new(Name, Ed25519PrivateKey.From(Enumerable.Repeat((byte)21, 32).ToArray()).PublicKey);

    private void Key(string name) => own.Write(name + ".pem", Pem((byte)(name == "auditor" ? 21 : 22)));

    private Task<AppendResult> AppendAsync(params string[] names) => bed.AppendAsync(log, [.. names.Select(EvidenceBed.Item)]);

    private Task<ExitCode> RunAsync(
        bool begin = false, string key = "auditor", string name = Name, string state = "state.json", string origin = "example.com/acme/app",
        string? folder = null, TimeProvider? time = null)
    {
        var request = new WitnessRequest
        {
            Workspace = new DirectoryInfo(own.Path),
            Remote = bed.Remote,
            Trust = Own("log.pem"),
            State = Own(state),
            Name = name,
            Key = Own(key + ".pem"),
            Origin = origin,
            Begin = begin,
            Out = folder,
        };
        return new WitnessSession(request, _ => null, null, time ?? clock, output).RunAsync(CancellationToken.None);
    }

    private string Tip() => TempRepository.Run(bed.Remote, "rev-parse", "refs/heads/gates-evidence/2026");

    private SignedNote Note(string path) =>
        SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(TempRepository.Run(bed.Remote, "show", "refs/heads/gates-evidence/2026:" + path) + "\n"), path);

    private IEnumerable<DateTimeOffset> Times(string path) => Cosignature.Of(Note(path), [Auditor], path).Select(one => one.Time);
}
