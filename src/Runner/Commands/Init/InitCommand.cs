using System.CommandLine;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Recognition;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Init;

/// <summary><c>gates init</c>: a configuration and a workflow to start from.</summary>
internal static class InitCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The files were written.",
        Refused = "A file is there already; nothing was written.",
        Examples = [new("gates init", "Begin in this repository.")],
    };

    public static Command Create()
    {
        var workspace = new Option<string>("--workspace") { Description = "The repository's root (default: this folder)." };
        var command = new Verb("init", $"Write {StarterFiles.ConfigurationPath} and {StarterFiles.WorkflowPath} to start from.", Help) { workspace };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(workspace);
            var home = Environment.GetEnvironmentVariable("HOME");
            return (int)Run(new DirectoryInfo(string.IsNullOrEmpty(folder) ? Environment.CurrentDirectory : folder), Console.Out, home);
        });
        return command;
    }

    /// <exception cref="UsageException">One of the files is there already, or the folder cannot be written. Nothing is overwritten.</exception>
    /// <param name="folder">The repository's root, or a folder inside it.</param>
    /// <param name="output">Where it is said what was written.</param>
    /// <param name="home">The user's folder, for git's own configuration.</param>
    public static ExitCode Run(DirectoryInfo folder, TextWriter output, string? home = null)
    {
        if (!folder.Exists)
        {
            throw new UsageException($"--workspace \"{folder}\": there is no such folder");
        }

        var root = GitRepository.FindTop(folder) ?? folder;

        // A link could lead the files out of the repository.
        string[] folders = [".github", ".github/workflows"];
        if (folders.FirstOrDefault(path => new DirectoryInfo(Path.Combine(root.FullName, path)).LinkTarget is not null) is { } link)
        {
            throw new UsageException($"{link} is a symbolic link, which `gates init` does not follow");
        }

        var taken = ConfigurationLocator.DefaultPaths.Append(StarterFiles.WorkflowPath).Where(path => IsTaken(root, path)).ToList();
        if (taken.Count > 0)
        {
            throw new UsageException($"{string.Join(" and ", taken)} {(taken.Count == 1 ? "exists" : "exist")} already; `gates init` overwrites nothing and has written nothing");
        }

        Write(root, StarterFiles.ConfigurationPath, StarterFiles.Configuration, output);
        var branch = DefaultBranch.Find(root, home);
        var aside = Escape.OneLine($": for pull requests and pushes to {branch.Name} ({branch.Source})");
        Write(root, StarterFiles.WorkflowPath, StarterFiles.Workflow(branch.Name), output, aside);
        WriteSalt(root, output);
        var others = ForeignTools.Files.Where(file => File.Exists(Path.Combine(root.FullName, file)));
        foreach (var note in ForeignTools.Notes(WorkingTree.From(root.FullName, others)))
        {
            output.WriteLine(note);
        }

        output.WriteLine("Try it: `gates run`. Then commit the files. What can be configured: `gates list`.");
        return ExitCode.Holds;
    }

    private static bool IsTaken(DirectoryInfo root, string path)
    {
        // A dangling link exists too, as far as overwriting is concerned.
        var full = Path.Combine(root.FullName, path);
        return Path.Exists(full) || new FileInfo(full).LinkTarget is not null;
    }

    /// <summary>A repository that has recorded findings already has its salt, perhaps in its baseline, where it stays valid.</summary>
    private static void WriteSalt(DirectoryInfo root, TextWriter output)
    {
        if (!IsTaken(root, RepositorySalt.DefaultPath) && !IsTaken(root, GatesConfiguration.DefaultBaseline))
        {
            RepositorySalt.New(RepositorySalt.Random).Keep(root, "gates init");
            output.WriteLine($"wrote {RepositorySalt.DefaultPath}: commit it, and never change it");
        }
    }

    private static void Write(DirectoryInfo root, string path, string text, TextWriter output, string aside = "")
    {
        var full = Path.Combine(root.FullName, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var stream = new FileStream(full, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be written: {e.Message}");
        }

        output.WriteLine("wrote " + path + aside);
    }
}
