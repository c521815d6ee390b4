using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.RunFolder;

/// <summary>Whether a folder may be used for a run's files. A repository may have prepared it, so nothing about it is taken on trust.</summary>
internal static class OutputFolderCheck
{
    private const string Mark = "{\"tool\":\"gates\",";

    /// <exception cref="UsageException">It may not; the message says why and what would be right.</exception>
    public static void Usable(string path, string workspace, Func<string, bool> isTracked)
    {
        var relative = Path.GetRelativePath(workspace, path).Replace(Path.DirectorySeparatorChar, '/');
        var name = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        if (relative == "." || workspace.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            throw new UsageException($"--out {name}: is the workspace itself or holds it; choose a folder for the reports alone, such as .gates/out");
        }

        if (relative.Split('/').Contains(".git", StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"--out {name}: belongs to git; choose another folder, such as .gates/out");
        }

        Links(path, workspace, name);
        if (name == relative && isTracked(relative))
        {
            throw new UsageException($"--out {name}: git tracks files there, which the reports would overwrite; choose an untracked folder, such as .gates/out");
        }

        Foreign(path, name);
    }

    /// <summary>Only the part of the path that it does not share with the workspace can have been prepared by a repository.</summary>
    private static void Links(string path, string workspace, string name)
    {
        for (var current = path; current is not null
            && !$"{workspace}/".StartsWith(current.TrimEnd('/') + "/", StringComparison.Ordinal); current = Path.GetDirectoryName(current))
        {
            var entry = new FileInfo(current);
            if (entry.LinkTarget is not null)
            {
                throw new UsageException($"--out {name}: {current} is a symbolic link; choose a folder that is reached without one, such as .gates/out");
            }

            if (entry.Exists)
            {
                throw new UsageException($"--out {name}: {current} is a file, not a folder; choose a folder, such as .gates/out");
            }
        }
    }

    private static void Foreign(string path, string name)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !IsOurs(Path.Join(path, OutputFolder.Manifest)))
        {
            throw new UsageException($"--out {name}: holds files that are not from an earlier run of gates; choose an empty folder, such as .gates/out");
        }
    }

    private static bool IsOurs(string manifest)
    {
        if (new FileInfo(manifest) is not { Exists: true, LinkTarget: null, Length: > 0 })
        {
            return false;
        }

        var start = new byte[Mark.Length * 2];
        using var file = File.OpenRead(manifest);
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(start, 0, count);
        return string.Concat(text.Where(character => !char.IsWhiteSpace(character))).StartsWith(Mark, StringComparison.Ordinal);
    }
}
