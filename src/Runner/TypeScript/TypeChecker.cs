using System.Text.Json;

namespace Gates.Runner.TypeScript;

/// <summary>Checks policies against the types of what they get. Only ever helps: a policy that judges need not have types.</summary>
/// <param name="compiler">Where the compiler is.</param>
/// <param name="cache">Where results are kept.</param>
/// <param name="types">The text of <c>gates.d.ts</c>.</param>
internal sealed class TypeChecker(TypeScriptFolder compiler, CacheFolder cache, string types)
{
    private static readonly Lazy<string> Script = new(() => EmbeddedText.Read("typecheck.cjs"));

    /// <summary>What is wrong, by file and line; <see langword="null"/> when the compiler is not there, which nothing is fetched for.</summary>
    /// <exception cref="EvaluationException">The compiler broke.</exception>
    public async Task<IReadOnlyList<TranslationProblem>?> CheckAsync(IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in policies.SelectMany(policy => policy.Texts))
        {
            files[path] = text;
        }

        var name = Path.Combine("types", ContentKey.Of([TypeScriptFolder.Version, Script.Value, types, .. files.SelectMany(file => (string[])[file.Key, file.Value])]) + ".json");
        if (cache.Read(name) is { } kept && Read(kept) is { } known)
        {
            return known;
        }

        if (compiler.Find() is not { } package)
        {
            return null;
        }

        var request = JsonSerializer.SerializeToUtf8Bytes(new TypeCheckRequest(package, types, files), TranslationJson.Default.TypeCheckRequest);
        if (await NodeProgram.RunScriptAsync(Script.Value, request, cancellationToken) is not { } output)
        {
            return null;
        }

        var problems = Read(output) ?? throw new EvaluationException("the TypeScript compiler gave an answer that cannot be used");
        cache.Write(name, output);
        return problems;
    }

    private static IReadOnlyList<TranslationProblem>? Read(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, TranslationJson.Default.TypeCheckAnswer)?.Problems;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
