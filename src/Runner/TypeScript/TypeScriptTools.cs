namespace Gates.Runner.TypeScript;

/// <summary>The TypeScript compiler of this machine, put to its use.</summary>
internal sealed record TypeScriptTools(PolicyTranslator Translator)
{
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <param name="notice">Told when something was fetched.</param>
    public static TypeScriptTools Create(Func<string, string?> variables, Action<string> notice)
    {
        var cache = CacheFolder.Of(variables);
        var given = variables(TypeScriptFolder.Variable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
        var compiler = new TypeScriptFolder(given, cache, notice, NodeProgram.InstallAsync);
        return new TypeScriptTools(new PolicyTranslator(compiler, cache));
    }
}
