package uk.anteroom.toolbar.signin;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.anteroom.toolbar.web.Fields;
import uk.anteroom.toolbar.web.Unreachable;

/**
 * Where the token lies: a file that nobody but its owner could ever read, not even for a moment, since it is created so. One that others can
 * read is not used: whoever could read it may have.
 */
public final class TokenFile {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final int LONGEST = 4096;

    private final Path file;

    public TokenFile(Path folder) {
        this.file = folder.resolve("token");
    }

    /** The token for that address. Throws {@link ReadableByOthers}; what is there but cannot be understood is nothing. */
    public Optional<String> read(URI address) throws IOException, ReadableByOthers {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST || !ownersOnly()) {
            throw new ReadableByOthers(file);
        }
        try {
            Fields fields = Fields.of(Files.readString(file));
            // a token is told to the address that gave it and to no other
            return fields.text("address").filter(address.toString()::equals).flatMap(same -> fields.text("token"));
        } catch (Unreachable e) {
            return Optional.empty();
        }
    }

    /** Keeps a token. Whoever looks meanwhile sees the one before or this one, whole. */
    public void write(URI address, String token) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The file has no folder");
        }
        Files.createDirectories(folder);
        JsonObject content = new JsonObject();
        content.addProperty("address", address.toString());
        content.addProperty("token", token);
        Path fresh = folder.resolve("token-" + UUID.randomUUID());
        try {
            try (SeekableByteChannel channel = Files.newByteChannel(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner(folder))) {
                ByteBuffer bytes = ByteBuffer.wrap(content.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private boolean ownersOnly() throws IOException {
        AclFileAttributeView acl = view(file);
        if (acl == null) {
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER);
            return others.isEmpty() && Files.getOwner(file).equals(me());
        }
        UserPrincipal me = me();
        return acl.getOwner().equals(me)
                && acl.getAcl().stream()
                        .filter(entry -> entry.type() == AclEntryType.ALLOW)
                        .filter(entry -> entry.permissions().contains(AclEntryPermission.READ_DATA))
                        .allMatch(entry -> entry.principal().equals(me));
    }

    /** Whoever runs this program: the owner of what it creates. */
    private UserPrincipal me() throws IOException {
        Path probe = Files.createTempFile("anteroom", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private FileAttribute<?> forOwner(Path folder) throws IOException {
        if (view(folder) == null) {
            return PosixFilePermissions.asFileAttribute(OWNER);
        }
        AclEntry all = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(me())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(all);
            }
        };
    }

    /** Nothing where files have POSIX permissions instead. */
    private static @Nullable AclFileAttributeView view(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? null
                : Files.getFileAttributeView(path, AclFileAttributeView.class);
    }
}
