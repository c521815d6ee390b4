using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Support;

namespace Acceptance.Tests.HostileGit;

/// <summary>Everything by which git can be made to run a program or to look elsewhere, each naming a program that leaves a trace.</summary>
internal sealed partial class PlantedConfiguration : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] Hooks =
    [
        "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-rebase",
        "post-checkout", "post-merge", "pre-push", "pre-receive", "update", "proc-receive", "post-receive", "post-update", "reference-transaction", "push-to-checkout",
        "pre-auto-gc", "post-rewrite", "sendemail-validate", "fsmonitor-watchman", "p4-changelist", "p4-prepare-changelist", "p4-post-changelist", "p4-pre-submit", "post-index-change",
    ];

    private readonly TempFolder folder = new();

    /// <value>Also in the home folder and the environment.</value>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public PlantedConfiguration()
    {
        Mark("mark");
        foreach (var hook in Hooks)
        {
            Mark("hooks/" + hook);
        }

        folder.Write("attributes", "* filter=evil diff=evil merge=evil\n");
        folder.Write("excludes", "*\n");
        folder.Write("included", $"[core]\n\tfsmonitor = {Program}\n\tsshCommand = {Program}\n[filter \"evil\"]\n\tclean = {Program}\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "elsewhere"));
        foreach (var name in (string[])["git-remote-https", "git-upload-pack", "git-receive-pack", "git-cat-file", "git-rev-parse", "git-ls-files"])
        {
            Mark("exec/" + name);
        }
    }

    public string Program => Path.Combine(folder.Path, "mark");

    /// <value>What ran, a line each; empty when nothing did.</value>
    public string Traces => File.Exists(Path.Combine(folder.Path, "RAN")) ? folder.Read("RAN") : "";

    /// <value>The keys that are planted.</value>
    public IReadOnlyList<string> Keys { get; } = [.. Documented()];

    /// <summary>Plants a repository's own folder, keeping its layout and where its remote is.</summary>
    /// <param name="git">The folder <c>.git</c>, or a bare repository.</param>
    /// <param name="remote">The remote's address, if it has one.</param>
    public void Plant(string git, string? remote)
    {
        foreach (var hook in Hooks)
        {
            Mark(Path.Combine(git, "hooks", hook));
        }

        Directory.CreateDirectory(Path.Combine(git, "info"));
        File.WriteAllText(Path.Combine(git, "info/attributes"), "* filter=evil diff=evil merge=evil text=auto working-tree-encoding=UTF-16\n");
        File.WriteAllText(Path.Combine(git, "config"), Text(remote));
    }

    /// <summary>Plants programs where a search for them could begin.</summary>
    public void PlantPrograms(string directory)
    {
        foreach (var name in (string[])["git", "node", "npm", "ssh", "ssh-keygen", "sh", "gpg", "git-remote-https", "gates"])
        {
            Mark(Path.Combine(directory, name));
        }
    }

    /// <summary>Plants the home folder and the variables that git obeys.</summary>
    /// <param name="searched">Comes first in the search path.</param>
    public void PlantUser(string searched)
    {
        var home = Path.Combine(folder.Path, "home");
        folder.Write("home/.gitconfig", Text(null));
        folder.Write("home/.config/git/config", Text(null));
        folder.Write("home/.config/git/attributes", "* filter=evil diff=evil\n");
        folder.Write("home/.config/git/ignore", "*\n");
        var real = System.Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", home), ("XDG_CONFIG_HOME", Path.Combine(home, ".config")), ("PATH", $"{searched}:.:bin:{real}"),
            ("GIT_DIR", Path.Combine(
                folder.Path,
                "elsewhere")), ("GIT_WORK_TREE", Path.Combine(folder.Path, "elsewhere")), ("GIT_INDEX_FILE", Path.Combine(folder.Path, "elsewhere/index")),
            ("GIT_OBJECT_DIRECTORY", Path.Combine(
                folder.Path,
                "elsewhere")), ("GIT_COMMON_DIR", Path.Combine(folder.Path, "elsewhere")), ("GIT_NAMESPACE", "evil"),
            ("GIT_EXEC_PATH", Path.Combine(folder.Path, "exec")), ("GIT_TEMPLATE_DIR", folder.Path), ("GIT_CEILING_DIRECTORIES", "/"),
            ("GIT_SSH_COMMAND", Program), ("GIT_SSH", Program), ("GIT_PROXY_COMMAND", Program), ("GIT_EXTERNAL_DIFF", Program), ("GIT_PAGER", Program), ("GIT_EDITOR", Program),
            ("GIT_SEQUENCE_EDITOR", Program), ("GIT_ASKPASS", Program), ("SSH_ASKPASS", Program), ("PAGER", Program), ("EDITOR", Program), ("VISUAL", Program), ("BROWSER", Program),
            ("GIT_CONFIG_GLOBAL", Path.Combine(
                folder.Path,
                "included")), ("GIT_CONFIG_SYSTEM", Path.Combine(folder.Path, "included")), ("GIT_CONFIG", Path.Combine(folder.Path, "included")),
            ("GIT_CONFIG_PARAMETERS", $"'core.fsmonitor={Program}' 'filter.evil.clean={Program}'"),
            ("GIT_CONFIG_COUNT", "2"), ("GIT_CONFIG_KEY_0", "core.fsmonitor"), ("GIT_CONFIG_VALUE_0", Program), ("GIT_CONFIG_KEY_1", "filter.evil.clean"), ("GIT_CONFIG_VALUE_1", Program),
            ("GIT_TRACE", Path.Combine(
                folder.Path,
                "RAN")), ("GIT_TRACE2", Path.Combine(folder.Path, "RAN")), ("GIT_TRACE_SETUP", Path.Combine(folder.Path, "RAN")),
            ("GIT_ALLOW_PROTOCOL", "ext:file:ssh:https"), ("GIT_REPLACE_REF_BASE", "refs/heads/"), ("GIT_GRAFT_FILE", Path.Combine(
                folder.Path,
                "attributes")), ("GIT_SHALLOW_FILE", Path.Combine(folder.Path, "attributes")),
            ("NODE_OPTIONS", "--require " + Program), ("ENV", Program), ("BASH_ENV", Program),
        })
        {
            Environment[name] = value;
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Every key that git documents, and those that its documentation forgets.</summary>
    private static IEnumerable<string> Documented()
    {
        var listed = ExternalProgram.Run("git", ["help", "--config"]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => Key().IsMatch(line));
        string[] forgotten = [
            "alias.status",
            "alias.diff",
            "alias.rev-parse",
            "filter.<driver>.process",
            "filter.<driver>.required",
            "gpg.ssh.program",
            "trailer.evil.command",
            "trailer.evil.cmd",
            "credential.https://github.com.helper",
            "pager.diff"
        ];
        return listed.Concat(forgotten)
            .Where(key => !key.StartsWith("extensions.", StringComparison.Ordinal) && key is not "core.repositoryFormatVersion")
            .Select(key => Placeholder()
                .Replace(key, match => match.Value is "<name>" ? key.StartsWith("branch.", StringComparison.Ordinal) ? "main" : "origin" : "evil")
                .Replace("*", "evil", StringComparison.Ordinal));
    }

    private string Text(string? remote)
    {
        var text = new StringBuilder("[core]\n\trepositoryformatversion = 0\n");
        foreach (var key in Keys)
        {
            var (first, last) = (key.IndexOf('.', StringComparison.Ordinal), key.LastIndexOf('.'));
            text.Append(
                CultureInfo.InvariantCulture,
                $"[{key[..first]}{(last > first ? $" \"{key[(first + 1)..last]}\"" : "")}]\n\t{key[(last + 1)..]} = \"{ValueOf(key)}\"\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"[url \"ext::{Program} \"]\n\tinsteadOf = /\n\tpushInsteadOf = /\n[includeIf \"gitdir:/\"]\n\tpath = {folder.Path}/included\n");
        return remote is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"[remote \"origin\"]\n\turl = {remote}\n").ToString();
    }

    private string ValueOf(string key) => key switch
    {
        "core.hooksPath" => Path.Combine(folder.Path, "hooks"),
        "core.attributesFile" => Path.Combine(folder.Path, "attributes"),
        "core.excludesFile" => Path.Combine(folder.Path, "excludes"),
        "core.worktree" => Path.Combine(folder.Path, "elsewhere"),
        "include.path" or "includeIf.evil.path" => Path.Combine(folder.Path, "included"),
        _ => Program,
    };

    private void Mark(string path)
    {
        var full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"#!/bin/sh\nprintf '%s\\n' \"$0 $*\" >> {folder.Path}/RAN\nexit 1\n");
        File.SetUnixFileMode(full, Executable);
    }

    [GeneratedRegex("^[A-Za-z0-9]+(\\.[A-Za-z0-9<>*-]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex("<[a-z-]+>")]
    private static partial Regex Placeholder();
}
