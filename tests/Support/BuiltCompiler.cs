using Gates.Runner;
using Gates.Runner.TypeScript;

namespace Support;

/// <summary>The real compiler, with a cache among the build's artifacts; the package itself is fetched once for all tests.</summary>
internal static class BuiltCompiler
{
    private static readonly CacheFolder Cache = CacheFolder.At(Repository.Combine("artifacts", "cache"));

    public static PolicyTranslator Translator { get; } =
        new(new TypeScriptFolder(Environment.GetEnvironmentVariable(TypeScriptFolder.Variable), Cache, static _ => { }), Cache);

    public static PolicyCompiler Create(IScriptCheck check) => new(check, Translator);
}
