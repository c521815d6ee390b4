using System.Globalization;
using System.Runtime.InteropServices;
using Gates.Formats.Foundation;

namespace Gates.Doors.Tokens;

/// <summary>
/// A library of PKCS #11 (v2.40), by its list of functions: only those that a signature needs. Structures are laid out as on Linux with 64 bits. It is never
/// finalised: other keys of this process may be in the same tokens.
/// </summary>
internal sealed unsafe class TokenModule
{
    private const ulong AlreadyInitialized = 0x191;
    private const ulong OsLocking = 2;
    private const ulong SerialSession = 4;
    private const int MaxSlots = 1_024;

    private readonly nint* functions;

    private TokenModule(nint* functions) => this.functions = functions;

    /// <value>The order of CK_FUNCTION_LIST.</value>
    private enum Function
    {
        Initialize = 0,
        GetSlotList = 4,
        GetTokenInfo = 6,
        OpenSession = 12,
        CloseSession = 13,
        Login = 18,
        GetAttributeValue = 24,
        FindObjectsInit = 26,
        FindObjects = 27,
        FindObjectsFinal = 28,
        SignInit = 42,
        Sign = 43,
    }

    /// <exception cref="UsageException">There is no such library.</exception>
    /// <exception cref="TokenException">It does not start.</exception>
    public static TokenModule Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"module-path={path}: there is no such file; it is the token's PKCS #11 library");
        }

        nint* list = null;
        if (!NativeLibrary.TryLoad(path, out var library) || !NativeLibrary.TryGetExport(library, "C_GetFunctionList", out var entry)
            || ((delegate* unmanaged[Cdecl]<nint**, ulong>)entry)(&list) != 0 || list is null)
        {
            throw new UsageException($"module-path={path}: cannot be loaded as a PKCS #11 library on this machine");
        }

        // The version's two bytes come before the functions, each at its own alignment.
        var module = new TokenModule(list + 1);
        var arguments = stackalloc ulong[6] { 0, 0, 0, 0, OsLocking, 0 };
        var result = ((delegate* unmanaged[Cdecl]<void*, ulong>)module[Function.Initialize])(arguments);
        if (result != AlreadyInitialized)
        {
            TokenException.Demand(result, "C_Initialize");
        }

        return module;
    }

    private nint this[Function function] => functions[(int)function];

    /// <summary>The slots with a token in them.</summary>
    public ulong[] Slots()
    {
        var count = (ulong)MaxSlots;
        var slots = new ulong[MaxSlots];
        fixed (ulong* first = slots)
        {
            TokenException.Demand(((delegate* unmanaged[Cdecl]<byte, ulong*, ulong*, ulong>)this[Function.GetSlotList])(1, first, &count), "C_GetSlotList");
        }

        return slots[..(int)Math.Min(count, MaxSlots)];
    }

    /// <summary>What the token in a slot is called, by the names of RFC 7512.</summary>
    public IReadOnlyDictionary<string, string> Token(ulong slot)
    {
        // CK_TOKEN_INFO has 208 bytes; its texts are padded with spaces.
        var info = stackalloc byte[512];
        TokenException.Demand(((delegate* unmanaged[Cdecl]<ulong, void*, ulong>)this[Function.GetTokenInfo])(slot, info), "C_GetTokenInfo");
        string Text(int start, int length) => System.Text.Encoding.UTF8.GetString(new ReadOnlySpan<byte>(info + start, length)).TrimEnd(' ', '\0');
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["token"] = Text(0, 32),
            ["manufacturer"] = Text(32, 32),
            ["model"] = Text(64, 16),
            ["serial"] = Text(80, 16),
        };
    }

    public ulong OpenSession(ulong slot)
    {
        ulong session;
        TokenException.Demand(
            ((delegate* unmanaged[Cdecl]<ulong, ulong, void*, void*, ulong*, ulong>)this[Function.OpenSession])(slot, SerialSession, null, null, &session),
            "C_OpenSession");
        return session;
    }

    /// <summary>At the end of its last session a token logs its user out.</summary>
    public void CloseSession(ulong session) => _ = ((delegate* unmanaged[Cdecl]<ulong, ulong>)this[Function.CloseSession])(session);

    /// <returns>What the library says.</returns>
    public ulong Login(ulong session, ReadOnlySpan<byte> pin)
    {
        const ulong user = 1;
        fixed (byte* first = pin)
        {
            return ((delegate* unmanaged[Cdecl]<ulong, ulong, void*, ulong, ulong>)this[Function.Login])(session, user, first, (ulong)pin.Length);
        }
    }

    /// <param name="session">The session.</param>
    /// <param name="most">Of how many objects to know.</param>
    /// <param name="wanted">Attributes that must be equal.</param>
    public ulong[] Find(ulong session, int most, params ReadOnlySpan<(ulong Type, byte[] Value)> wanted)
    {
        var handles = new List<GCHandle>();
        try
        {
            var template = stackalloc ulong[3 * Math.Max(wanted.Length, 1)];
            for (var i = 0; i < wanted.Length; i++)
            {
                var pinned = GCHandle.Alloc(wanted[i].Value, GCHandleType.Pinned);
                handles.Add(pinned);
                template[3 * i] = wanted[i].Type;
                template[(3 * i) + 1] = (ulong)pinned.AddrOfPinnedObject();
                template[(3 * i) + 2] = (ulong)wanted[i].Value.Length;
            }

            TokenException.Demand(
                ((delegate* unmanaged[Cdecl]<ulong, void*, ulong, ulong>)this[Function.FindObjectsInit])(session, template, (ulong)wanted.Length),
                "C_FindObjectsInit");
            var found = new ulong[most];
            ulong count;
            fixed (ulong* first = found)
            {
                TokenException.Demand(
                    ((delegate* unmanaged[Cdecl]<ulong, ulong*, ulong, ulong*, ulong>)this[Function.FindObjects])(session, first, (ulong)most, &count),
                    "C_FindObjects");
            }

            TokenException.Demand(((delegate* unmanaged[Cdecl]<ulong, ulong>)this[Function.FindObjectsFinal])(session), "C_FindObjectsFinal");
            return found[..(int)count];
        }
        finally
        {
            handles.ForEach(handle => handle.Free());
        }
    }

    /// <returns><see langword="null"/> for an attribute that the object does not have, or does not show.</returns>
    public byte[]? Attribute(ulong session, ulong handle, ulong type)
    {
        var value = new byte[1_024];
        fixed (byte* first = value)
        {
            var attribute = stackalloc ulong[3] { type, (ulong)first, (ulong)value.Length };
            var result = ((delegate* unmanaged[Cdecl]<ulong, ulong, void*, ulong, ulong>)this[Function.GetAttributeValue])(session, handle, attribute, 1);
            return result == 0 && attribute[2] <= (ulong)value.Length ? value[..(int)attribute[2]] : null;
        }
    }

    /// <summary>One signature over a message.</summary>
    public byte[] Sign(ulong session, ulong key, ulong mechanism, ReadOnlySpan<byte> message)
    {
        var how = stackalloc ulong[3] { mechanism, 0, 0 };
        TokenException.Demand(((delegate* unmanaged[Cdecl]<ulong, void*, ulong, ulong>)this[Function.SignInit])(session, how, key), "C_SignInit");
        var sign = (delegate* unmanaged[Cdecl]<ulong, void*, ulong, void*, ulong*, ulong>)this[Function.Sign];
        var signature = new byte[1_024];
        var length = (ulong)signature.Length;
        fixed (byte* text = message, first = signature)
        {
            TokenException.Demand(sign(session, text, (ulong)message.Length, first, &length), "C_Sign");
        }

        return signature[..(int)length];
    }
}

/// <summary>A token refused to do something.</summary>
/// <param name="function">Of PKCS #11.</param>
/// <param name="code">CKR_*.</param>
internal sealed class TokenException(string function, ulong code)
    : EvaluationException(string.Create(CultureInfo.InvariantCulture, $"the token refuses {function}: 0x{code:x} (CKR_* of PKCS #11)"))
{
    public static void Demand(ulong code, string function)
    {
        if (code != 0)
        {
            throw new TokenException(function, code);
        }
    }
}
