using System.Text;
using System.Text.Json;
using Gates.Doors.Processes;

namespace Gates.Doors.Registry;

/// <summary>
/// The logins of this machine, as container tools keep them: <c>DOCKER_AUTH_CONFIG</c>, then <c>REGISTRY_AUTH_FILE</c>, then Docker's own file. Only a file
/// below the user's home may name a program to ask, and nothing of a workspace is believed.
/// </summary>
internal sealed class RegistryLogins
{
    private const int MaxFile = 1 << 20;
    private const string HubKey = "https://index.docker.io/v1/";

    private readonly List<(string Source, JsonElement Root, bool MayRun)> sources = [];

    private RegistryLogins()
    {
    }

    public static RegistryLogins None { get; } = new();

    /// <param name="variables">Reads an environment variable.</param>
    /// <exception cref="RegistryException">What holds the logins cannot be read, or lies in a workspace.</exception>
    public static RegistryLogins Read(Func<string, string?> variables)
    {
        var logins = new RegistryLogins();
        var home = variables("HOME") is { Length: > 0 } folder && folder.StartsWith('/') ? folder : null;
        if (variables("DOCKER_AUTH_CONFIG") is { Length: > 0 } text)
        {
            logins.Add("DOCKER_AUTH_CONFIG", Encoding.UTF8.GetBytes(text), mayRun: false);
        }

        if (variables("REGISTRY_AUTH_FILE") is { Length: > 0 } file)
        {
            logins.AddFile(file, home, isNamed: true);
        }

        if (variables("DOCKER_CONFIG") is { Length: > 0 } docker)
        {
            logins.AddFile(Path.Combine(docker, "config.json"), home, isNamed: false);
        }
        else if (home is not null)
        {
            logins.AddFile(Path.Combine(home, ".docker", "config.json"), home, isNamed: false);
        }

        return logins;
    }

    /// <summary>The login for a repository, or <see langword="null"/>.</summary>
    /// <param name="domain">The registry.</param>
    /// <param name="path">The repository in it.</param>
    /// <param name="cancellationToken">Stops a program that is asked.</param>
    /// <exception cref="RegistryException">A program that is to know it cannot be asked.</exception>
    public async Task<RegistryLogin?> FindAsync(string domain, string path, CancellationToken cancellationToken)
    {
        foreach (var (source, root, mayRun) in sources)
        {
            if (Helper(root, domain) is { } helper)
            {
                if (mayRun && await CredentialHelper.AskAsync(helper, domain == "docker.io" ? HubKey : domain, cancellationToken) is { } asked)
                {
                    return asked;
                }

                if (!mayRun && !Auths(root).Any(one => Names(one.Name, domain, path) && Login(one.Value, source, one.Name) is not null))
                {
                    throw Unusable($"{source} names the program docker-credential-{helper}, which is run only for a file below your home; log in there");
                }
            }

            var best = Auths(root).Where(one => Names(one.Name, domain, path)).OrderByDescending(one => Plain(one.Name).Length)
                .Select(one => Login(one.Value, source, one.Name)).FirstOrDefault(login => login is not null);
            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    private void AddFile(string file, string? home, bool isNamed)
    {
        if (!File.Exists(file) && !isNamed)
        {
            return;
        }

        if (ProgramFinder.IsDistrusted(file))
        {
            throw Unusable($"{file} lies in the workspace, whose logins are not believed; name a file outside of it");
        }

        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[MaxFile + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var isHomes = home is not null && Path.GetFullPath(file).StartsWith(home.TrimEnd('/') + "/", StringComparison.Ordinal);
            Add(file, length > MaxFile ? throw Unusable($"{file} is larger than any that holds logins") : bytes.AsMemory(0, length), isHomes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"{file} cannot be read: {e.Message}");
        }
    }

    private void Add(string source, ReadOnlyMemory<byte> json, bool mayRun)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                sources.Add((source, document.RootElement.Clone(), mayRun));
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, without its text.
        }

        throw Unusable($"{source} is not what `docker login` writes");
    }

    private static string? Helper(JsonElement root, string domain)
    {
        foreach (var one in Members(root, "credHelpers"))
        {
            if (Names(one.Name, domain, "") && one.Value.ValueKind == JsonValueKind.String)
            {
                return one.Value.GetString();
            }
        }

        return root.TryGetProperty("credsStore", out var store) && store.ValueKind == JsonValueKind.String
            && store.GetString() is { Length: > 0 } name ? name : null;
    }

    private static IEnumerable<JsonProperty> Auths(JsonElement root) => Members(root, "auths");

    private static IEnumerable<JsonProperty> Members(JsonElement root, string name) =>
        root.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject() : [];

    /// <summary>Docker writes hosts and addresses, and podman also the beginning of a repository.</summary>
    private static bool Names(string key, string domain, string path)
    {
        var plain = Plain(key);
        return plain == domain
            || (plain.StartsWith(domain + "/", StringComparison.Ordinal)
                && (domain + "/" + path + "/").StartsWith(plain + "/", StringComparison.Ordinal));
    }

    private static string Plain(string key)
    {
        var hasScheme = key.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme;
        var rest = hasScheme ? key[(key.IndexOf("://", StringComparison.Ordinal) + 3)..] : key;
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? rest : rest[..slash];
        var plain = host is "index.docker.io" or "registry-1.docker.io" ? "docker.io" : host;
        return hasScheme || slash < 0 || rest[slash..] is "/" or "/v1/" or "/v2/" ? plain : plain + rest[slash..].TrimEnd('/');
    }

    private static RegistryLogin? Login(JsonElement entry, string source, string key)
    {
        string? Text(string name) =>
            entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;
        if (Text("identitytoken") is { } identity)
        {
            return new RegistryLogin("", identity, IsIdentity: true);
        }

        if (Text("username") is { } user && Text("password") is { } password)
        {
            return new RegistryLogin(user, password);
        }

        if (Text("auth") is not { } auth)
        {
            return null;
        }

        var bytes = new byte[auth.Length];
        var decoded = Convert.TryFromBase64String(auth, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).TrimEnd('\0') : "";
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new RegistryLogin(decoded[..colon], decoded[(colon + 1)..])
            : throw Unusable($"{source}: `auths` of {Formats.Documents.Say.Quote(key)} holds no user and password; log in again");
    }

    private static RegistryException Unusable(string why) => new(RegistryFault.LoginUnusable, why);
}
