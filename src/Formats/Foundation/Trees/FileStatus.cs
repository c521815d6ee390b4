using System.Runtime.InteropServices;
using System.Text;

namespace Gates.Formats.Foundation.Trees;

/// <summary>What the system says of a path itself, never of a link's target (statx(2), whose answer is laid out alike on every architecture).</summary>
internal sealed class FileStatus
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndOwner = 0x1 | 0x8 | 0x10;
    private const int Length = 256;
    private const int UserOffset = 20;
    private const int GroupOffset = 24;
    private const int ModeOffset = 28;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;

    private readonly byte[] answer = new byte[Length];

    private FileStatus()
    {
    }

    public uint User => BitConverter.ToUInt32(answer, UserOffset);

    public uint Group => BitConverter.ToUInt32(answer, GroupOffset);

    /// <value>Whether it is a file that can be read to its end: no pipe, socket or device.</value>
    public bool IsRegularFile => (BitConverter.ToUInt16(answer, ModeOffset) & TypeBits) == Regular;

    /// <summary><see langword="null"/> when nothing can be said of the path.</summary>
    public static FileStatus? From(string path)
    {
        var status = new FileStatus();
        return Statx(CurrentDirectory, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, TypeAndOwner, status.answer) == 0 ? status : null;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] answer);
}
