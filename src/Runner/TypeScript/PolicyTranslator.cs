using System.Collections.Concurrent;
using System.Text.Json;

namespace Gates.Runner.TypeScript;

/// <summary>Lowers policies in modern syntax or TypeScript to ES5: many in one Node.js process, each only once for the same content.</summary>
internal sealed class PolicyTranslator(TypeScriptFolder compiler, CacheFolder cache)
{
    private static readonly Lazy<string> Script = new(() => EmbeddedText.Read("translate.cjs"));

    private readonly ConcurrentDictionary<string, Translation> known = new(StringComparer.Ordinal);

    /// <summary>One translation for each policy, in order; <see langword="null"/> when Node.js is not installed.</summary>
    /// <exception cref="EvaluationException">The compiler could not be fetched, or broke.</exception>
    /// <exception cref="UsageException">The Node.js that is installed is too old.</exception>
    public async Task<IReadOnlyList<Translation>?> TranslateAsync(IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        var keys = policies.Select(KeyOf).ToList();
        var missing = policies.Zip(keys).Where(one => !known.ContainsKey(one.Second) && !Recall(one.Second)).DistinctBy(one => one.Second).ToList();
        if (missing.Count > 0)
        {
            if (await AskAsync([.. missing.Select(one => one.First)], cancellationToken) is not { } answers)
            {
                return null;
            }

            foreach (var (key, answer) in missing.Select(one => one.Second).Zip(answers))
            {
                known[key] = answer;
                cache.Write(NameOf(key), JsonSerializer.SerializeToUtf8Bytes(answer, TranslationJson.Default.Translation));
            }
        }

        return [.. keys.Select(key => known[key])];
    }

    private bool Recall(string key)
    {
        try
        {
            return cache.Read(NameOf(key)) is { } content
                && JsonSerializer.Deserialize(content, TranslationJson.Default.Translation) is { } translation
                && (translation.Text is not null || translation.Problem is not null)
                && known.TryAdd(key, translation);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<Translation>?> AskAsync(IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        if (await compiler.FindAsync(cancellationToken) is not { } package)
        {
            return null;
        }

        var request = new TranslationRequest(package, [.. policies.Select(policy => new TranslationUnit(policy.Entry, policy.Texts))]);
        var json = JsonSerializer.SerializeToUtf8Bytes(request, TranslationJson.Default.TranslationRequest);
        if (await NodeProgram.RunScriptAsync(Script.Value, json, cancellationToken) is not { } output)
        {
            return null;
        }

        var answer = JsonSerializer.Deserialize(output, TranslationJson.Default.TranslationAnswer);
        return answer switch
        {
            { TooOld: { } version } => throw new UsageException($"policies in modern syntax need Node.js 20 or later; this is {version}"),
            { Policies: { } translations } when translations.Count == policies.Count => translations,
            _ => throw new EvaluationException("the TypeScript compiler gave an answer that cannot be used"),
        };
    }

    private static string NameOf(string key) => Path.Combine("policies", key + ".json");

    private static string KeyOf(PolicyFiles policy) =>
        ContentKey.Of([TypeScriptFolder.Version, Script.Value, policy.Entry, .. policy.Texts.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => (string[])[file.Key, file.Value])]);
}
