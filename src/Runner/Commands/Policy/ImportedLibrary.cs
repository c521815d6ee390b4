using System.Text;
using Gates.Policies;

namespace Gates.Runner.Commands.Policy;

/// <summary>The shared scripts that a policy of ours consists of beside its own.</summary>
internal static class ImportedLibrary
{
    /// <param name="policy">The policy.</param>
    /// <returns>Paths relative to the repository's root, with the contents.</returns>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(PolicySource policy) =>
        from module in policy.Modules
        where module.Key.StartsWith("lib/", StringComparison.Ordinal)
        select KeyValuePair.Create("policies/" + module.Key, Encoding.UTF8.GetBytes(module.Value));
}
