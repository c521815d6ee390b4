using Gates.Runner.Authoring.Types;
using Gates.Runner.Cases;
using Gates.Runner.Configuration;

namespace Gates.Runner.Testing;

/// <summary>Tells an author whose policy.json has moved on that the types beside it have not.</summary>
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

    private static string Read(ISourceTree policies, string path)
    {
        using var reader = new StreamReader(policies.Open(path));
        return reader.ReadToEnd();
    }
}
