using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;

namespace Gates.Runner.Commands.Test;

/// <summary>Tells an author what keeps types from helping him: a policy.json that has moved on without them, a script that does not name them.</summary>
internal static class StaleTypes
{
    /// <returns>One line; <see langword="null"/> when the types are as the manifest says, or there are none.</returns>
    public static string? Note(ISourceTree policies, CaseSuite suite)
    {
        var (types, manifest) = ($"{suite.Folder}/{PolicyTypes.FileName}", $"{suite.Folder}/policy.json");
        if (!policies.Exists(types) || !policies.Exists(manifest))
        {
            return null;
        }

        try
        {
            return PolicyTypes.AreSame(Read(policies, types), PolicyTypes.Of(PolicyManifest.Read(Read(policies, manifest), manifest)))
                ? null
                : $"{types} is not what policy.json says any more: `gates policy types {suite.Folder}` writes it anew";
        }
        catch (UsageException)
        {
            // The policy cannot be used at all, and its suite says why.
            return null;
        }
    }

    /// <summary>A script that does not say what it gets is not checked, and passes: the silence would be taken for praise.</summary>
    /// <returns>One line; <see langword="null"/> when it says so.</returns>
    public static string? Untyped(PolicyFiles? policy) => policy is null || policy.Text.Contains("@type", StringComparison.Ordinal)
        || policy.Text.Contains("@param", StringComparison.Ordinal) || policy.Text.Contains(PolicyTypes.FileName, StringComparison.Ordinal)
            ? null
            : $"{policy.Entry} does not say what `judge` gets, so little of it can be checked: "
                + $"write /** @type {{import(\"./{PolicyTypes.FileName}\").Judge}} */ above it";

    private static string Read(ISourceTree policies, string path)
    {
        using var reader = new StreamReader(policies.Open(path));
        return reader.ReadToEnd();
    }
}
