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

    /// <returns>The package's folder, or <see langword="null"/> when it is not there yet.</returns>
    public string? Find() => IsThere(Package) ? Package : null;

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

            MoveInto(draft.FullName, Home);
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

    /// <summary>Whoever comes second finds the folder there, and it holds the same.</summary>
    private static void MoveInto(string draft, string home)
    {
        try
        {
            Directory.Move(draft, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another process was faster.
        }
    }

    private static bool IsThere(string folder) => File.Exists(Path.Combine(folder, "lib", "typescript.js"));
}
