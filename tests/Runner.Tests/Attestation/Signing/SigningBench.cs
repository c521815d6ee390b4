using System.Text;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Signing;
using Gates.Attestation.Sigstore;
using Gates.Doors.Jobs;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;
using Runner.Tests.Attestation.Sigstore;
using Support;

namespace Runner.Tests.Attestation.Signing;

/// <summary>A job that signs, with the services and the files that it needs.</summary>
internal sealed class SigningBench : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TimeProvider clock;

    /// <param name="make">Makes the services.</param>
    /// <param name="clock">Of the job; <see langword="null"/> for one that never waits.</param>
    public SigningBench(Func<TestInstance, TimeProvider, TestServices>? make = null, TimeProvider? clock = null)
    {
        this.clock = clock ?? Time;
        Services = new TestSigstore(make is null ? new TestServices(Instance, Time) : make(Instance, Time));
        RootFile = folder.Write("trusted_root.json", Instance.TrustedRoot().ToJsonString());
    }

    public ImpatientTime Time { get; } = new(Limits.Timeout);

    public TestInstance Instance { get; } = new();

    public TestSigstore Services { get; }

    public string RootFile { get; set; }

    public JobEnvironment Job { get; set; } = JobEnvironment.Outside;

    public static ReadOnlyMemory<byte> Statement { get; } = Encoding.UTF8.GetBytes(TestBundle.Statement);

    public static SigstoreLimits Limits { get; } = new() { Timeout = TimeSpan.FromMilliseconds(2_345) };

    public string Write(string name, string text) => folder.Write(name, text);

    public SigningRequest Request(int rekor = 1, bool isStamped = true, string? config = null) => new()
    {
        IsKeyless = true,
        Services = Write("signing_config.json", config ?? Services.Config(rekor, isStamped)),
        TrustedRoot = RootFile,
    };

    public Task<IStatementSigner?> OpenAsync(SigningRequest request, Func<string, string?>? variables = null, KeyUse use = KeyUse.Release) =>
        new SignerSource(Job, variables ?? Services.Variable, clock, Limits).OpenAsync(use, request, null, CancellationToken.None);

    /// <summary>Signs once.</summary>
    /// <returns>The bundle's text, or why there is none.</returns>
    public async Task<string> SignAsync(SigningRequest request, Func<string, string?>? variables = null)
    {
        try
        {
            using var signer = await OpenAsync(request, variables);
            return Encoding.UTF8.GetString(await signer!.SignAsync(Statement, CancellationToken.None));
        }
        catch (Exception e) when (e is EvaluationException or UsageException)
        {
            return e.Message
                .Replace(Services.Address["http://".Length..], "HOST", StringComparison.Ordinal)
                .Replace(RootFile, "ROOT", StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        Services.Dispose();
        Instance.Dispose();
        folder.Dispose();
    }
}
