using System.Runtime.InteropServices;
using System.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Files;

/// <summary>Who owns a file. GitHub runs container actions as root, so without handing files over the workflow's own user could not delete them.</summary>
internal readonly record struct Owner(uint User, uint Group)
{
    /// <summary>The owner of a file or folder; <see langword="null"/> when it cannot be read.</summary>
    public static Owner? Of(string path) => FileStatus.From(path) is { } status ? new Owner(status.User, status.Group) : null;

    /// <summary>
    /// The owner that files written into a workspace should have, when they would not have it anyway: only root can and need give files away.
    /// </summary>
    public static Owner? ToHandTo(string workspace) => EffectiveUser() == 0 && Of(workspace) is { User: not 0 } owner ? owner : null;

    /// <summary>Gives a file or folder, never the target of a link, to this owner.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public void Take(string path)
    {
        if (ChangeOwner(Name(path), User, Group) != 0)
        {
            throw new IOException(FormattableString.Invariant($"cannot give {path} to user {User}: error {Marshal.GetLastPInvokeError()}"));
        }
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
