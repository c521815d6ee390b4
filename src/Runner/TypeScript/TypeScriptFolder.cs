using System.Security.Cryptography;

namespace Gates.Runner.TypeScript;

/// <summary>Where the pinned TypeScript compiler is: where the image put it, or in the user's cache, fetched once.</summary>
/// <param name="given">A folder with the package, from <c>GATES_TYPESCRIPT</c>.</param>
/// <param name="cache">The user's cache.</param>
/// <param name="notice">Told when something is fetched.</param>
/// <param name="install">Installs what a folder's lock file names; <see langword="false"/> without npm.</param>
internal sealed class TypeScriptFolder(string? given, CacheFolder cache, Action<string> notice, Func<string, CancellationToken, Task<bool>> install)
{
    public const string Variable = "GATES_TYPESCRIPT";
    public const string Version = "5.9.3";

    /// <summary>Finds the compiler, or fetches it.</summary>
    /// <returns>The package's folder, or <see langword="null"/> when npm is not there to fetch it.</returns>
    /// <exception cref="EvaluationException">It cannot be fetched, or is not where it should be.</exception>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (given is not null && !IsThere(given))
        {
            throw new EvaluationException($"{Variable}: there is no TypeScript compiler in {given}");
        }

        return Find() ?? (await FetchAsync(cancellationToken) ? Package : null);
    }

    /// <returns>The package's folder, or <see langword="null"/> when it is not there yet, or not as it came.</returns>
    public string? Find() => IsThere(Package) && (given is not null || IsAsItCame()) ? Package : null;

    private static string SealName => $"typescript-{Version}.seal";

    private string Home => Path.Combine(cache.Path, "typescript-" + Version);

    private string Package => given ?? Path.Combine(Home, "node_modules", "typescript");

    private async Task<bool> FetchAsync(CancellationToken cancellationToken)
    {
        var draft = Directory.CreateDirectory(Home + "." + Path.GetRandomFileName());
        try
        {
            foreach (var name in (string[])["package.json", "package-lock.json"])
            {
                await File.WriteAllTextAsync(Path.Combine(draft.FullName, name), EmbeddedText.Read(name), cancellationToken);
            }

            if (!await install(draft.FullName, cancellationToken))
            {
                return false;
            }

            if (!IsThere(Path.Combine(draft.FullName, "node_modules", "typescript")))
            {
                throw new EvaluationException("npm installed no TypeScript compiler");
            }

            cache.Write(SealName, Digest(Path.Combine(draft.FullName, "node_modules", "typescript")));
            if (Find() is null)
            {
                MoveInto(draft.FullName, Home);
            }

            notice($"gates: fetched the TypeScript compiler {Version} with npm, once, for policies in modern syntax");
            return true;
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"the TypeScript compiler {Version} could not be fetched: {e.Message}. Where there is no network, set {Variable} to a folder with the package.", e);
        }
        finally
        {
            if (Directory.Exists(draft.FullName))
            {
                draft.Delete(recursive: true);
            }
        }
    }

    /// <summary>What is there already was not as it came: it makes room, whole.</summary>
    private static void MoveInto(string draft, string home)
    {
        if (Directory.Exists(home))
        {
            var old = draft + ".old";
            Directory.Move(home, old);
            Directory.Delete(old, recursive: true);
        }

        try
        {
            Directory.Move(draft, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another process was faster, and it holds the same.
        }
    }

    /// <summary>The cache is sealed, and with it what the compiler's files were when npm had checked them.</summary>
    private bool IsAsItCame() => cache.Read(SealName) is { } digest && digest.AsSpan().SequenceEqual(Digest(Package));

    /// <summary>Of what Node.js runs.</summary>
    private static byte[] Digest(string package)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])["package.json", Path.Combine("lib", "typescript.js")])
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(package, name))));
        }

        return hash.GetHashAndReset();
    }

    private static bool IsThere(string folder) => File.Exists(Path.Combine(folder, "lib", "typescript.js"));
}
