using Gates.Runner.TypeScript;

namespace Support;

/// <summary>The real compiler, with a cache among the build's artifacts; the package itself is fetched once for all tests.</summary>
internal static class BuiltCompiler
{
    private static readonly byte[] Key = new byte[CacheKey.Length];

    private static readonly CacheFolder Cache = CacheFolder.At(Repository.Combine("artifacts", "cache"), Key);

    private static readonly TypeScriptFolder Package =
        new(Environment.GetEnvironmentVariable(TypeScriptFolder.Variable), Cache, static _ => { }, NodeProgram.InstallAsync);

    public static TypeScriptTools Tools { get; } = new(new TypeChecker(Package, Cache, Types));

    public static TypeChecker Checker(string folder) => new(Package, CacheFolder.At(folder, Key), Types);

    public static TypeChecker CheckerWithoutNode(string folder) =>
        new(new TypeScriptFolder(null, CacheFolder.At(folder, Key), static _ => { }, static (_, _) => Task.FromResult(false)), CacheFolder.At(folder, Key), Types);

    /// <summary>Brings the compiler here, which checking alone never does.</summary>
    /// <returns>The package's folder.</returns>
    public static async Task<string> FetchAsync() => await Package.FindAsync(CancellationToken.None) ?? throw new InvalidOperationException("npm is not installed");

    private static string Types => EmbeddedText.Read("gates.d.ts");
}
