using System.Text;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Shouldly;
using Support;

namespace Runner.Tests.Attestation.Branch;

/// <summary>A bare repository, clones of it, and a log key.</summary>
internal sealed class EvidenceBed : IDisposable
{
    public const int Year = 2026;

    private readonly TempFolder folder = new();
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)1, 32).ToArray());

    public EvidenceBed()
    {
        TempRepository.Run(folder.Path, "init", "-q", "--bare", "-b", "main", "remote.git");
        Identity = new LogIdentity("example.com/acme/app", key, [key.PublicKey]);
    }

    public string Remote => Path.Combine(folder.Path, "remote.git");

    public LogIdentity Identity { get; }

    public static BranchItem Item(string name) => new(name, $"audit/2026/11/22/{name}.json", Encoding.UTF8.GetBytes(name), "a2V5");

    /// <summary>The remote as a server has it, with its settings and hooks.</summary>
    public GitHttpBackend Serve() => new(folder.Path, login: "pusher");

    public DirectoryInfo Clone(string name, GitHttpBackend? http = null)
    {
        var path = Path.Combine(folder.Path, name);
        TempRepository.Run(folder.Path, "clone", "-q", Remote, path);
        if (http is not null)
        {
            TempRepository.Run(path, "remote", "set-url", "origin", http.Address + "/remote.git");
        }

        return new DirectoryInfo(path);
    }

    public async Task<AppendResult> AppendAsync(DirectoryInfo clone, params BranchItem[] items) => await AppendAsync(clone, null, Identity, Year, items);

    public static async Task<AppendResult> AppendAsync(DirectoryInfo clone, string? remote, LogIdentity identity, int year, params BranchItem[] items)
    {
        using var repository = await EvidenceRepository.OpenAsync(clone, remote, token: null, CancellationToken.None);
        return await new EvidenceAppender(repository, identity, TimeProvider.System, Spread(clone.Name)).AppendAsync(items, year, CancellationToken.None);
    }

    /// <summary>Everything that is wrong with the branch, and how many entries it has.</summary>
    public async Task<(long Size, IReadOnlyList<LogProblem> Problems)> VerifyAsync(DirectoryInfo clone, string? remote = null, int year = Year)
    {
        using var repository = await EvidenceRepository.OpenAsync(clone, remote, token: null, CancellationToken.None);
        var tip = (await repository.TipAsync(LogIdentity.Branch(year), CancellationToken.None)).ShouldNotBeNull();
        var store = new BranchLog(repository, tip, year);
        var check = new LogCheck { Origin = Identity.Origin(year), Files = await BranchFiles.OpenAsync(repository, tip, CancellationToken.None) };
        return (LogReader.Open(store, Identity.Verifiers(year))!.Size, new LogVerifier(store, Identity.Verifiers(year)).Verify(check));
    }

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    /// <summary>Evenly spread, and for each name elsewhere.</summary>
    private static Func<double> Spread(string name)
    {
        var last = name.Sum(letter => letter) * 0.37;
        return () => (last += 0.618034) % 1;
    }
}
