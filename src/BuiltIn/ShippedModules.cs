using System.Text.RegularExpressions;
using Gates.Doors.Files;
using Gates.Policies;

namespace Gates.BuiltIn;

/// <summary>
/// Joins the embedded files of a policy that comes with the program. They are ours and known to parse, so no worker has to be asked what they import.
/// </summary>
internal static partial class ShippedModules
{
    private const string Library = "lib/";

    /// <value>The policies, cases and documents of all gates that come with the program.</value>
    public static EmbeddedFiles Files { get; } = new(typeof(ShippedModules).Assembly);

    /// <param name="id">The gate, after which the policy's files are named.</param>
    /// <param name="folder">What the names of its embedded files begin with.</param>
    public static PolicySource Link(string id, string folder)
    {
        var entry = id + "/policy.js";
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        var pending = new Queue<string>([entry]);
        while (pending.TryDequeue(out var path))
        {
            if (modules.ContainsKey(path))
            {
                continue;
            }

            var text = modules[path] = Files.Text(path.StartsWith(Library, StringComparison.Ordinal) ? "policies/" + path : folder + path[(id.Length + 1)..]);
            foreach (Match import in Import().Matches(text))
            {
                var name = import.Groups["name"].Value;
                pending.Enqueue(import.Groups["library"].Success ? Library + name : path[..(path.LastIndexOf('/') + 1)] + name);
            }
        }

        return PolicySource.From(id, entry, modules);
    }

    [GeneratedRegex(
        """^(?:import|export|\}).*?\bfrom "(?:(?<library>\.\./lib/)|\./)(?<name>[\w./-]+)";""",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        1000)]
    private static partial Regex Import();
}
