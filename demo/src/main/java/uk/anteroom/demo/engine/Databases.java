package uk.anteroom.demo.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Sets up the two databases: the service's own, with the roles it ships, and the demo's, with the telephones and the record. */
public final class Databases {

    /** The service's. */
    public static final String SERVICE = "anteroom";
    /** The telephones and the record. */
    public static final String DEMO = "demo";

    private static final String OWNER = "anteroom_owner";
    private static final String APPLICATION = "anteroom_app";

    private Databases() {}

    /** Sets up what is missing. Passwords come by the name of the role. */
    public static DemoDatabase prepare(Engine engine, UnaryOperator<String> passwords) {
        JdbcClient cluster = JdbcClient.create(engine.superuser("postgres"));
        if (!exists(cluster, "select exists (select from pg_roles where rolname = :name)", OWNER)) {
            runRoles(engine);
        }
        if (!exists(cluster, "select exists (select from pg_roles where rolname = :name)", DEMO)) {
            cluster.sql("create role " + DEMO + " login").update();
        }
        for (String role : new String[] {OWNER, APPLICATION, DEMO}) {
            // only letters, digits, - and _
            cluster.sql("alter role " + role + " password '" + passwords.apply(role) + "'")
                    .update();
        }
        create(cluster, SERVICE, "postgres");
        create(cluster, DEMO, DEMO);
        // what is granted to schema public by the first migration is given on by its owner
        JdbcClient.create(engine.superuser(SERVICE))
                .sql("alter schema public owner to " + OWNER)
                .update();
        return DemoDatabase.open(engine.url(DEMO), DEMO, passwords.apply(DEMO));
    }

    private static void create(JdbcClient cluster, String database, String owner) {
        if (!exists(cluster, "select exists (select from pg_database where datname = :name)", database)) {
            cluster.sql("create database " + database + " owner " + owner).update();
        }
    }

    private static boolean exists(JdbcClient cluster, String question, String name) {
        return cluster.sql(question).param("name", name).query(Boolean.class).single();
    }

    /** All roles or none, so that a start that was cut off begins again. */
    private static void runRoles(Engine engine) {
        try (Connection connection = engine.superuser("postgres").getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/roles.sql"));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The roles could not be made", e);
        }
    }
}
