using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>
/// GitHub as far as Gates needs it, on this machine, with the addresses of GitHub Enterprise Server. Strict: a request that it does not know, or that
/// GitHub would not understand, is refused and remembered in <see cref="Problems"/>.
/// </summary>
internal sealed class GitHubServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, byte[]> storage = new(StringComparer.Ordinal);
    private readonly List<EmulatedRepository> repositories = [];
    private readonly List<EmulatedToken> tokens = [];
    private readonly Requests requests;
    private readonly Task loop;
    private long lastId = 1000;

    public GitHubServer(TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        (listener, Port) = LocalListener.Open("127.0.0.1", "localhost");
        Faults = new Faults(time);
        requests = new Requests(this, time);
        loop = LocalListener.ServeAsync(listener, requests.ServeAsync);
    }

    public int Port { get; }

    /// <value>As <c>GITHUB_SERVER_URL</c>, with a slash.</value>
    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <value>As <c>GITHUB_API_URL</c>, with a slash.</value>
    public Uri Api => new(Address, "api/v3/");

    /// <value>As <c>GITHUB_GRAPHQL_URL</c>.</value>
    public Uri GraphQl => new(Address, "api/graphql");

    public Uri Uploads => new(Address, "api/uploads/");

    /// <value>What happens to the next requests.</value>
    public Faults Faults { get; }

    /// <value>Before each answer.</value>
    public TimeSpan Latency { get; set; }

    /// <value>How many times a list is read before it shows its newest entry.</value>
    public int Lag { get; set; }

    /// <value>Members of <c>org/team</c>.</value>
    public Dictionary<string, HashSet<string>> Teams { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <value>All requests to the API and their answers.</value>
    public ConcurrentQueue<Exchange> Exchanges { get; } = new();

    /// <value>Requests that GitHub would not understand.</value>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <value>Where the repositories lie.</value>
    public string GitRoot => Path.Combine(folder.Path, "git");

    public EmulatedRepository AddRepository(string fullName, bool isFork = false)
    {
        var repository = new EmulatedRepository(this, fullName, Path.Combine(GitRoot, fullName + ".git")) { IsFork = isFork };
        repositories.Add(repository);
        return repository;
    }

    public EmulatedToken AddToken(EmulatedToken token)
    {
        tokens.Add(token);
        return token;
    }

    /// <summary>The variables of a job for this server; <c>GITHUB_ACTIONS</c> is not among them.</summary>
    public Dictionary<string, string> Variables(EmulatedRepository repository, EmulatedToken token) => new(StringComparer.Ordinal)
    {
        ["GITHUB_SERVER_URL"] = Address.AbsoluteUri.TrimEnd('/'),
        ["GITHUB_API_URL"] = Api.AbsoluteUri.TrimEnd('/'),
        ["GITHUB_GRAPHQL_URL"] = GraphQl.AbsoluteUri,
        ["GITHUB_REPOSITORY"] = repository.FullName,
        ["GITHUB_TOKEN"] = token.Value,
    };

    /// <exception cref="InvalidOperationException">A request came that GitHub would not understand.</exception>
    public void Verify()
    {
        if (!Problems.IsEmpty)
        {
            throw new InvalidOperationException($"GitHub would not understand:\n{string.Join('\n', Problems)}");
        }
    }

    public long NextId() => Interlocked.Increment(ref lastId);

    /// <value>All that were made.</value>
    public IReadOnlyList<EmulatedRepository> Repositories => repositories;

    public EmulatedRepository? Find(string fullName) =>
        repositories.Find(repository => string.Equals(repository.FullName, fullName, StringComparison.OrdinalIgnoreCase));

    public EmulatedToken? FindToken(string? value) => tokens.Find(token => token.Value == value);

    /// <summary>Puts content where GitHub's downloads lie: on another host, which must never see a token.</summary>
    public string Store(byte[] content)
    {
        var name = NextId().ToString(CultureInfo.InvariantCulture);
        storage[name] = content;
        return $"http://localhost:{Port}/storage/{name}?signature=secret";
    }

    public byte[]? Stored(string name) => storage.GetValueOrDefault(name);

    /// <summary>A list as it is seen now: with <see cref="Lag"/>, its newest entry is missing for a while.</summary>
    public IEnumerable<JsonObject> Settled(Call call, IEnumerable<JsonObject> items)
    {
        var all = items.ToList();
        return all.Count > 0 && Faults.IsStillHidden(call.Repository.FullName, (long)all.MaxBy(item => (long)item["id"]!)!["id"]!, Lag)
            ? all.Where(item => item != all.MaxBy(other => (long)other["id"]!))
            : all;
    }

    public void Dispose()
    {
        listener.Close();
        loop.GetAwaiter().GetResult();
        folder.Dispose();
    }
}
