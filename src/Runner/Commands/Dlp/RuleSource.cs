using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Recognition;
using Gates.Runner.Configuration;

namespace Gates.Runner.Commands.Dlp;

/// <summary>Where configuration and rules are read: the repository of a folder, else the few files of the folder that say them.</summary>
/// <remarks>A folder of exports may hold millions of files that nobody needs to list for that.</remarks>
internal sealed class RuleSource(DirectoryInfo root, ISourceTree tree, Workspace? workspace) : IDisposable
{
    public DirectoryInfo Root => root;

    public ISourceTree Tree => tree;

    /// <exception cref="UsageException">There is no such folder.</exception>
    public static async Task<RuleSource> OpenAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            throw new UsageException($"--workspace \"{folder.FullName}\": there is no such folder");
        }

        if (await GitRepository.FindAsync(folder, token: null, cancellationToken) is null)
        {
            string[] files = [.. ConfigurationLocator.DefaultPaths, GateCatalog.Rules.Path, RepositorySalt.DefaultPath];
            return new RuleSource(folder, WorkingTree.From(folder.FullName, files.Where(file => File.Exists(Path.Combine(folder.FullName, file)))), null);
        }

        var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
        return new RuleSource(workspace.Root, workspace.Tree, workspace);
    }

    public void Dispose() => workspace?.Dispose();
}
