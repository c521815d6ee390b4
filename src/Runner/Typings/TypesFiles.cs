using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Typings;

/// <summary>Keeps the types of policies as their manifests say.</summary>
internal static class TypesFiles
{
    private const string Command = "gates policy types";

    /// <value>More changes than that are better read in a diff.</value>
    private const int MaxChanges = 20;

    /// <exception cref="UsageException">There is no policy, a manifest is not valid, or somebody else's file stands in the way.</exception>
    public static ExitCode Run(TypesRequest request, TextWriter output)
    {
        var policies = Policies(request);
        var stale = 0;
        foreach (var (path, expected) in Files(request.Root, policies))
        {
            var file = new WholeFile(request.Root, path, Command);
            var current = file.Read();
            if (current is not null && PolicyTypes.AreSame(current, expected))
            {
                continue;
            }

            stale++;
            Demand(path, current);
            if (!request.Check)
            {
                file.Write(expected);
            }

            output.WriteLine(!request.Check ? "wrote " + path : current is null ? $"{path} is missing" : $"{path} is stale");
            foreach (var change in current is null ? [] : Changes(current, expected).Take(MaxChanges))
            {
                output.WriteLine("  " + change);
            }
        }

        if (stale == 0)
        {
            output.WriteLine(policies.Count == 1
                ? $"The types of {policies[0]} are as its policy.json says."
                : $"The types of {policies.Count} policies are as their policy.json say.");
        }
        else if (request.Check)
        {
            output.WriteLine($"`{Command}` makes {(stale == 1 ? "it" : "them")} anew.");
        }

        return request.Check && stale > 0 ? ExitCode.Fails : ExitCode.Holds;
    }

    private static List<string> Policies(TypesRequest request)
    {
        var root = request.Root.FullName;
        List<string> found =
        [
            .. request.Folders
                .Select(folder => Path.GetRelativePath(root, Path.GetFullPath(folder, root)))
                .SelectMany(folder => CaseFolders.Suites(root, folder))
                .Select(suite => suite.Folder)
                .Where(folder => File.Exists(Path.Combine(root, folder, "policy.json")))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return found.Count > 0
            ? found
            : throw new UsageException(
                $"there is no policy below {Say.List(request.Folders)}: "
                + "a policy is a folder with policy.js (or policy.ts) and policy.json; `gates policy new NAME` writes one");
    }

    /// <summary>The policies' own, and what they all refer to.</summary>
    private static IEnumerable<(string Path, string Text)> Files(DirectoryInfo root, IReadOnlyList<string> policies)
    {
        foreach (var folder in policies)
        {
            var manifest = folder + "/policy.json";
            var text = new WholeFile(root, manifest, Command).Read()!;
            yield return ($"{folder}/{PolicyTypes.FileName}", PolicyTypes.Of(PolicyManifest.Read(text, manifest)));
        }

        // Of a policy that somebody stands in, the folder above is not his to write to.
        foreach (var parent in policies.Where(folder => folder != ".")
                .Select(folder => folder[..(folder.LastIndexOf('/') + 1)])
                .Distinct(StringComparer.Ordinal))
        {
            yield return (parent + SharedTypes.Path, SharedTypes.Text);
        }
    }

    private static void Demand(string path, string? current)
    {
        var isOurs = current is null || current.StartsWith(PolicyTypes.Head.TrimEnd('\n'), StringComparison.Ordinal);
        if (!isOurs && path.EndsWith("/" + PolicyTypes.FileName, StringComparison.Ordinal))
        {
            throw new UsageException($"{Say.Path(path)} was not made by `{Command}`, which writes a file of this name; give yours another");
        }
    }

    /// <summary>The declarations that come and go; comments aside.</summary>
    private static IEnumerable<string> Changes(string current, string expected)
    {
        var (old, now) = (Lines(current), Lines(expected));
        return now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line).Concat(old.Except(now, StringComparer.Ordinal).Select(line => "- " + line));
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 1 && !line.StartsWith('/') && !line.StartsWith('*'));
}

/// <summary>What <c>gates policy types</c> was asked.</summary>
/// <param name="Root">What names are relative to.</param>
/// <param name="Folders">Where policies stand, relative to the root.</param>
/// <param name="Check">Whether to write nothing, and only say what is stale.</param>
internal sealed record TypesRequest(DirectoryInfo Root, IReadOnlyList<string> Folders, bool Check);
