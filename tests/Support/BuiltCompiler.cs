using Gates.Runner;
using Gates.Runner.TypeScript;

namespace Support;

/// <summary>The real compiler, with a cache among the build's artifacts; the package itself is fetched once for all tests.</summary>
internal static class BuiltCompiler
{
    private static readonly byte[] Key = new byte[CacheKey.Length];

    private static readonly CacheFolder Cache = CacheFolder.At(Repository.Combine("artifacts", "cache"), Key);

    private static readonly TypeScriptFolder Package =
        new(Environment.GetEnvironmentVariable(TypeScriptFolder.Variable), Cache, static _ => { }, NodeProgram.InstallAsync);

    private static readonly PolicyTranslator Translator = new(Package, Cache);

    public static TypeScriptTools Tools { get; } = new(Translator);

    public static PolicyCompiler Create(IScriptCheck check) => new(check, Translator);

    /// <summary>The compiler, with translations kept elsewhere.</summary>
    public static PolicyTranslator WithCache(string folder) => new(Package, CacheFolder.At(folder, Key));

    /// <summary>A machine without Node.js, and nothing translated before.</summary>
    public static PolicyCompiler WithoutNode(IScriptCheck check, string folder) => new(check, Installing(folder, null, static (_, _) => Task.FromResult(false)));

    public static PolicyTranslator Installing(string folder, string? given, Func<string, CancellationToken, Task<bool>> install)
    {
        var cache = CacheFolder.At(folder, Key);
        return new PolicyTranslator(new TypeScriptFolder(given, cache, static _ => { }, install), cache);
    }

    /// <summary>Brings the compiler here, which checking alone never does.</summary>
    /// <returns>The package's folder.</returns>
    public static async Task<string> FetchAsync() => await Package.FindAsync(CancellationToken.None) ?? throw new InvalidOperationException("npm is not installed");
}
